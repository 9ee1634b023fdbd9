// What a pledge must pass before anything is decided, and long before a provider is asked: how much came from its address,
// and for guests a challenge that programs can't solve.
import type { Params } from '#contracts';
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { verifyChallenge } from './challenge.ts';
import { originOf } from './guest-link.ts';
import { takeToken } from './origin.store.ts';

/** Throws TOO_MANY_PLEDGES, TOO_MANY_DECLINED, CHALLENGE_FAILED, UNAVAILABLE. Lets repetitions and the platform's own calls pass. */
export async function admit(
  service: Service,
  ctx: Ctx<Pick<Params<'pledges.create'>, 'campaign_id' | 'challenge_token'>>,
  command_id: string | null,
): Promise<void> {
  const { address, ip, caller } = ctx.meta;
  if (address === undefined) return;
  const { campaign_id, challenge_token } = ctx.params;
  const { guest_pledges_per_minute, challenge, link_secret } = settingsOf(service.broker);
  const isGuest = caller === undefined;
  const isLimited = guest_pledges_per_minute > 0;
  if (!isLimited && !(isGuest && challenge)) return;

  const { is_repetition, declined_s, pledges_s } = await takeToken(service.db, {
    origin: originOf(link_secret, address),
    campaign_id,
    command_id,
    guest_pledges_per_minute: isGuest && isLimited ? guest_pledges_per_minute : null,
  });
  if (is_repetition) return;
  if (isLimited && declined_s !== null)
    throw fail('TOO_MANY_DECLINED', { campaign_id, retry_after_s: declined_s });
  if (pledges_s !== null) throw fail('TOO_MANY_PLEDGES', { retry_after_s: pledges_s });
  if (isGuest && challenge) await verifyChallenge(service, challenge, { token: challenge_token, ip });
}
