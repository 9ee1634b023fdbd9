// What a reset does: whoever reads the mailbox of an account owns it.
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { deleteAccessTokens } from './access-token.store.ts';
import { lockCredentials } from './credentials.store.ts';
import { forgetFactors } from './factors.store.ts';
import { forgetNetworks, rememberNetwork } from './known-network.store.ts';
import { hashOf } from './password.argon2.ts';
import { replacePassword } from './password.replacing.ts';
import { assertStrong } from './password.rules.ts';
import { resetOf } from './password-reset.link.ts';
import { findReset } from './password-reset.store.ts';
import { insertRevocations } from './revocation.store.ts';

type From = Pick<Ctx<unknown>, 'call' | 'meta' | 'requestID'>;

/**
 * Sets a new password by a link, which ends with all other links and login sessions of the account; returns how many of these
 * there were. Nothing of who had the password before is left. Throws RESET_LINK_INVALID, VALIDATION_FAILED, BUSY.
 */
export async function resetPassword(
  service: Service,
  ctx: From,
  { token, new_password }: { token: string; new_password: string },
): Promise<{ email: string; revoked: number }> {
  const {
    meta: { address },
    requestID,
  } = ctx;
  const { id, user_id, email, by_mail } = await resetOf(service, token);
  assertStrong(new_password, email, 'new_password');
  const password_hash = await hashOf(new_password, address);
  const { email_verified } = await ctx.call('users.get', { user_id });
  return publishing(service, { requestID: requestID ?? null, user_id }, async (tx) => {
    const credentials = await lockCredentials(tx, user_id);
    const at = world.now();
    // Used meanwhile, or the address is another by now: who reads the old mailbox is not who owns the account.
    if (credentials?.email !== email || !(await findReset(tx, id, at))) throw fail('RESET_LINK_INVALID');
    if (by_mail) await tx.publish('user.address_proved', { user_id, email, at });
    // Nobody had shown that the address is theirs: second factors, and tokens for programs, are of whoever opened the account.
    if (!email_verified) await forgetFactors(tx, user_id);
    const ended = email_verified ? [] : await deleteAccessTokens(tx, user_id);
    await tx.publish('user.password_changed', { user_id, because: 'reset', at });
    // Where the stranger was whose account this may have been is not where its owner is; and those who guess must not lock the
    // owner out there.
    await forgetNetworks(tx, user_id);
    if (address !== undefined) await rememberNetwork(tx, user_id, address, at);
    const revoked = await replacePassword(tx, { user_id, password_hash }, { except: null }, 'password_reset');
    const programs = ended.map((subject) => ({ kind: 'access_token' as const, subject }));
    await insertRevocations(tx, programs, at);
    return { email, revoked };
  });
}
