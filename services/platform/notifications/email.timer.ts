import { codeOf } from '#lib/errors';
import type { Service, Timer } from '#lib/service';
import { world } from '#lib/world';
import { job } from '#mixins/timers';
import { asking } from './asking.ts';
import { admit } from './email-quota.store.ts';
import { topics } from './emails/index.ts';
import { mail } from './mailing.mixin.ts';
import { isSettled, settle } from './sent-emails.store.ts';

// As for webhooks: else those of addresses that nobody ever takes e-mails for would pile up.
const GIVES_UP_MS = 3 * 24 * 3600_000;

// What is gone will not come back.
const GONE = new Set<string | undefined>([
  'CAMPAIGN_NOT_FOUND',
  'PLEDGE_NOT_FOUND',
  'SUBSCRIPTION_NOT_FOUND',
  'THANKS_NOT_FOUND',
  'DONOR_NOT_REACHABLE',
  'USER_NOT_FOUND',
  'RESET_LINK_INVALID',
  'EMAIL_LINK_INVALID',
]);

type Due = Timer<'notifications.email'>;

/** Writes an e-mail and sends it; its key is the e-mail's id, which follows from the message and the topic. */
export const email = job('notifications.email', async (service, due) => {
  const { key, payload } = due;
  if (await isSettled(service.db, key)) return;
  const refusal = await attempt(service, due);
  if (refusal !== null && refusal !== NOT_NEEDED)
    service.logger.warn(
      `E-mail ${key} (${payload.topic}, about message ${payload.message_id}) was refused for good: ${refusal}`,
    );
  // After it has left: a crash between sends a twin, which its Message-ID tells.
  await settle(service.db, key, refusal);
});

const NOT_NEEDED = 'not sent: nobody needs it';

async function attempt(service: Service, due: Due): Promise<string | null> {
  try {
    return await send(service, due);
  } catch (error) {
    if (GONE.has(codeOf(error))) return `not sent: ${String(error)}`;
    if (world.nowMs() - Date.parse(due.due_at) < GIVES_UP_MS) throw error;
    return `not taken for 3 days: ${String(error)}`;
  }
}

async function send(service: Service, { key, payload }: Due): Promise<string | null> {
  const topic = topics[payload.topic];
  if (!topic) throw new Error(`There is no e-mail about '${payload.topic}'`);
  const written = await topic.write(asking(service), payload.about as never);
  if (!written) return NOT_NEEDED;
  if (topic.unsolicited && !(await admit(service.db, key, written.to.address)))
    return 'not sent: too many for this mailbox';
  return mail(service, { id: key, ...written });
}
