import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { changing, factorsOf } from '../factors.ts';
import { pruneRecoveryCodes } from '../factors.store.ts';
import { hasWayIn } from '../passkeys.rules.ts';
import { deletePasskey, findPasskeys } from '../passkey.store.ts';
import { proveAgain } from '../second-factor.ts';

export default action('auth.remove_passkey', async function (ctx) {
  const { id, ...proof } = ctx.params;
  await proveAgain(this, proof, ctx);
  return changing(this, ctx, async (tx, { user_id, password_hash }) => {
    const passkeys = await findPasskeys(tx, user_id);
    const passkey = passkeys.find((each) => each.id === id);
    if (!passkey) throw fail('PASSKEY_NOT_FOUND', { id });
    const left = passkeys.filter((each) => each !== passkey);
    if (!hasWayIn(password_hash, left)) throw fail('LAST_WAY_IN');
    await deletePasskey(tx, id);
    await pruneRecoveryCodes(tx, user_id);
    const { name } = passkey;
    await tx.publish('user.factor_removed', { user_id, factor: 'passkey', name, at: world.now() });
    return factorsOf(tx, user_id);
  });
});
