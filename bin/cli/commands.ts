// What can be asked for, and how it is said.
import type { Api } from './api.ts';
import { listLetters, retryAll, retryLetter, showLetter } from './dead-letters.ts';
import type { Options } from './options.ts';
import { outbox } from './outbox.ts';
import { rebuildTotals, verifyTotals } from './totals.ts';
import { verify } from './verify.ts';
import { listWebhooks, resendWebhook, triggerWebhook } from './webhooks.ts';

/** What came of a command: as data, and for people. */
export interface Said {
  json: unknown;
  text: string;
  isWrong?: boolean;
}

export type Command = (api: Api, options: Options) => Promise<Said>;

export const usage = `Operates a platform that runs: as its operator where DATA_DIR or DATABASE_URL can be read, or as an admin
with --token or COMMONWEAL_TOKEN.

  commonweal outbox                         what each service has still to tell and to do
  commonweal dead-letters list [--service NAME]      messages that a hearer could not take
  commonweal dead-letters show ID                    one of them, whole
  commonweal dead-letters retry ID | --all           has them heard once more
  commonweal totals verify                  campaigns whose totals are not what their pledges and the ledger say
  commonweal totals rebuild                 makes the totals anew, while they are served
  commonweal webhooks list [--payment ID] [--outcome OUTCOME] [--limit N]
  commonweal webhooks resend ID             takes a recorded webhook once more
  commonweal webhooks trigger PAYMENT TYPE [--amount N]
                                            has the sandbox report something
  commonweal verify                         whether all that must always hold does; exit code 1 if not
  commonweal help

  --url URL      where it is: else PUBLIC_URL, else http://127.0.0.1:$PORT
  --token TOKEN  an admin's access token
  --json         for programs`;

/** What is meant by these words; undefined where that is nothing. */
export function commandFor([noun = '', verb = '', ...rest]: string[]): Command | undefined {
  const [one, two] = rest;
  const name = `${noun} ${verb}`.trim();
  if (rest.length === 0) return name === 'dead-letters retry' ? onlyAll : plain.get(name);
  if (rest.length === 1 && one) return withOne.get(name)?.(one);
  if (rest.length === 2 && one && two && name === 'webhooks trigger') return triggerWebhook(one, two);
  return undefined;
}

const plain = new Map<string, Command>([
  ['outbox', outbox],
  ['verify', verify],
  ['dead-letters list', listLetters],
  ['totals verify', verifyTotals],
  ['totals rebuild', rebuildTotals],
  ['webhooks list', listWebhooks],
]);

const withOne = new Map<string, (id: string) => Command>([
  ['dead-letters show', showLetter],
  ['dead-letters retry', retryLetter],
  ['webhooks resend', resendWebhook],
]);

const onlyAll: Command = (api, options) => {
  if (!options.all)
    throw new Error(
      'Which one? `commonweal dead-letters retry ID`, or all of them: `commonweal dead-letters retry --all`.',
    );
  return retryAll(api, options);
};
