import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { deleteCredentials, findCredentialsOf } from '../credentials.store.ts';
import { isPasswordOf } from '../password.argon2.ts';

/** By the password once more: a token that somebody found must not suffice. What others keep goes by the message. */
export default action('auth.erase', async function ({ params: { password }, meta, requestID }) {
  const { user_id } = meta.caller!;
  const credentials = await findCredentialsOf(this.db, user_id);
  const isRight = await isPasswordOf(credentials?.password_hash, password, meta.address);
  if (!isRight) throw fail('CREDENTIALS_WRONG');
  const erased_at = world.now();
  return publishing(this, { requestID, user_id }, async (tx) => {
    // Of two at once the second finds nothing.
    if (!(await deleteCredentials(tx, user_id))) throw fail('CREDENTIALS_WRONG');
    await tx.publish('user.erased', { user_id, erased_at });
    return { user_id, erased_at };
  });
});
