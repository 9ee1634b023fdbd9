import type { Payload } from '#contracts';
import { settingsOf } from '#lib/broker';
import { firesOutside } from '#mixins/scheduler';
import { linkLetter } from '../letter.ts';
import { mail } from '../mailing.mixin.ts';
import { isSettled, settle } from '../sent.store.ts';

/** Sends a guest the link to his pledge; its key is the id of the message that asked for it. */
export default firesOutside('pledge_link', async (service, { key, payload }) => {
  if (await isSettled(service.db, key)) return;
  const letter = linkLetter(key, payload as Payload<'pledge.link_due'>, settingsOf(service.broker));
  const refusal = await mail(service, letter);
  if (refusal !== null) service.logger.warn(`Letter ${key} was refused for good: ${refusal}`);
  // After it has left: a crash between sends a twin, which its Message-ID tells.
  await settle(service.db, key, refusal);
});
