import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { job } from '#mixins/timers';
import { admit } from './admitted.store.ts';
import { linkLetter, type Letter } from './email.rules.ts';
import { mail } from './mailing.mixin.ts';
import { isSettled, settle } from './sent.store.ts';

// As for webhooks: else those of addresses that nobody ever takes letters for would pile up.
const GIVES_UP_MS = 3 * 24 * 3600_000;

/** Sends a guest the link to their pledge; its key is the id of the message that asked for it. */
export const pledgeLink = job('notifications.pledge_link', async (service, { key, due_at, payload }) => {
  if (await isSettled(service.db, key)) return;
  const letter = linkLetter(key, payload, settingsOf(service.broker));
  const isAdmitted = await admit(service.db, key, letter.to.address);
  const refusal = isAdmitted ? await attempt(service, letter, due_at) : TOO_MANY;
  if (refusal !== null) service.logger.warn(`Letter ${key} was refused for good: ${refusal}`);
  // After it has left: a crash between sends a twin, which its Message-ID tells.
  await settle(service.db, key, refusal);
});

const TOO_MANY = 'not sent: too many for this mailbox';

async function attempt(service: Service, letter: Letter, due_at: string): Promise<string | null> {
  try {
    return await mail(service, letter);
  } catch (error) {
    if (world.nowMs() - Date.parse(due_at) < GIVES_UP_MS) throw error;
    return `not taken for 3 days: ${String(error)}`;
  }
}
