import type { DeadLetter } from '#contracts';
import { isDisconnected } from '#lib/database';
import { codeOf, isTransient } from '#lib/errors';
import type { Service } from '#lib/service';
import type { StoredDeadLetter } from '#mixins/inbox';
import { callEach, callPlatform } from '#mixins/platform-calls';

/** The dead letters of these consumers, the oldest first. */
export async function lettersOf(
  host: Service,
  wanted: { service?: string | undefined; message_id?: string },
): Promise<{ data: DeadLetter[]; unavailable: string[] }> {
  const { service, ...which } = wanted;
  const { answers, unavailable } = await callEach<StoredDeadLetter[]>(host, 'deadLetters', which, service);
  const data = answers.flatMap(({ service, answer }) => answer.map((letter) => shown(service, letter)));
  return { data: data.sort((a, b) => (a.dead_lettered_at < b.dead_lettered_at ? -1 : 1)), unavailable };
}

function shown(
  service: string,
  { message_id, message, error, attempts, dead_lettered_at }: StoredDeadLetter,
): DeadLetter {
  const { name, key, payload, published_at } = message;
  return { service, message_id, name, key, payload, published_at, error, attempts, dead_lettered_at };
}

/** Delivers them once more, one after another, until `isOver`. */
export async function retryLetters(host: Service, letters: DeadLetter[], isOver: () => boolean) {
  const outcome = { retried: 0, failed: [] as DeadLetter[], remaining: 0 };
  for (const [i, letter] of letters.entries()) {
    if (isOver()) return { ...outcome, remaining: letters.length - i };
    const failed = await retryLetter(host, letter);
    if (failed) outcome.failed.push(failed);
    else outcome.retried++;
  }
  return outcome;
}

/** The letter with its new error, if it failed. Throws what is about the consumer, not the letter. */
async function retryLetter(host: Service, letter: DeadLetter): Promise<DeadLetter | undefined> {
  const { service, message_id } = letter;
  try {
    await callPlatform(host, service, 'retryDeadLetter', { message_id });
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'DEAD_LETTER_NOT_FOUND') return undefined; // another has just retried it
    if (isTransient(error) || isDisconnected(error)) throw error;
    const [kept] = await callPlatform<StoredDeadLetter[]>(host, service, 'deadLetters', { message_id });
    return kept && shown(service, kept);
  }
}
