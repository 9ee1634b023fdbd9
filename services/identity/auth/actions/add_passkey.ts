import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { changing, firstRecoveryCodes } from '../factors.ts';
import { needParty, readNewPasskey } from '../passkey.ceremonies.ts';
import { MOST_PASSKEYS } from '../passkeys.rules.ts';
import { findPasskeys, insertPasskey, shown, takeChallenge } from '../passkey.store.ts';

/** The challenge is the proof that it is the owner: it was given for one. It is used up before the answer is looked at. */
export default action('auth.add_passkey', async function (ctx) {
  const { challenge_id, name, response } = ctx.params;
  const party = needParty(this);
  const { user_id } = ctx.meta.caller!;
  const challenge = await takeChallenge(this.db, { id: challenge_id, purpose: 'add', user_id });
  const created_at = world.now();
  if (!challenge || challenge.expires_at <= created_at)
    throw fail('PASSKEY_NOT_ADDED', {
      reason: 'The challenge was used already, or is older than five minutes',
    });
  const made = await readNewPasskey(party, challenge, response);
  if (typeof made === 'string') throw fail('PASSKEY_NOT_ADDED', { reason: made });
  return changing(this, ctx, async (tx) => {
    if ((await findPasskeys(tx, user_id)).length >= MOST_PASSKEYS) throw fail('TOO_MANY_PASSKEYS');
    const recovery_codes = await firstRecoveryCodes(tx, user_id);
    const passkey = { ...made, id: world.newId(), user_id, name, created_at, last_used_at: null };
    if (!(await insertPasskey(tx, passkey))) throw fail('PASSKEY_TAKEN');
    await tx.publish('user.factor_added', { user_id, factor: 'passkey', name, at: created_at });
    return { ...shown(passkey), recovery_codes };
  });
});
