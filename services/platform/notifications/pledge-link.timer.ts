import { callsOf, type Service } from '#lib/service';
import { world } from '#lib/world';
import { job } from '#mixins/timers';
import { admit } from './email-quota.store.ts';
import { guestLinkEmail, type OutgoingEmail } from './email.rules.ts';
import { mail } from './mailing.mixin.ts';
import { isSettled, settle } from './sent-emails.store.ts';

// As for webhooks: else those of addresses that nobody ever takes e-mails for would pile up.
const GIVES_UP_MS = 3 * 24 * 3600_000;

/** Sends a guest the link to their pledge; its key is the id of the message that asked for it. */
export const pledgeLink = job('notifications.pledge_link', async (service, { key, due_at, payload }) => {
  if (await isSettled(service.db, key)) return;
  // Asked for only now: a link is a permission, and is kept in no message and in no timer.
  const { url } = await callsOf(service).call('pledges.read_guest_link', { pledge_id: payload.pledge_id });
  const email = guestLinkEmail(key, payload, url);
  const isAdmitted = await admit(service.db, key, email.to.address);
  const refusal = isAdmitted ? await attempt(service, email, due_at) : TOO_MANY;
  if (refusal !== null) service.logger.warn(`E-mail ${key} was refused for good: ${refusal}`);
  // After it has left: a crash between sends a twin, which its Message-ID tells.
  await settle(service.db, key, refusal);
});

const TOO_MANY = 'not sent: too many for this mailbox';

async function attempt(service: Service, email: OutgoingEmail, due_at: string): Promise<string | null> {
  try {
    return await mail(service, email);
  } catch (error) {
    if (world.nowMs() - Date.parse(due_at) < GIVES_UP_MS) throw error;
    return `not taken for 3 days: ${String(error)}`;
  }
}
