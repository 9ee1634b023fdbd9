import { fail } from '#lib/errors';
import { addressOf } from '#lib/mail-address';
import { action } from '#lib/service';
import { limitsOfAsking, limitsOfMailbox } from '../attempts.rules.ts';
import { countAttempt } from '../attempts.store.ts';
import { findCredentialsOf } from '../credentials.store.ts';
import { openEmailChange } from '../email-change.opening.ts';
import { proveAgain } from '../second-factor.ts';

const WHAT = 'change of address';

export default action('auth.change_email', async function (ctx) {
  const { meta, requestID } = ctx;
  const { user_id } = meta.caller!;
  const { new_email: wished, ...proof } = ctx.params;
  const new_email = addressOf(wished);
  await proveAgain(this, proof, ctx);
  const credentials = await findCredentialsOf(this.db, user_id);
  if (!credentials) throw fail('CREDENTIALS_WRONG'); // erased since
  const { email } = credentials;
  if (new_email === email) throw fail('VALIDATION_FAILED', { errors: [UNCHANGED] });
  await countAttempt(this.db, [...limitsOfAsking(WHAT, user_id), ...limitsOfMailbox(WHAT, new_email)]);
  // An address that was never verified may be a slip of the pen, or somebody else's: nobody need read its mailbox.
  const { email_verified: asksOld } = await ctx.call('users.get', { user_id });
  const expires_at = await openEmailChange(this, credentials, {
    new_email,
    asksOld,
    requestID: requestID ?? null,
  });
  return { new_email, confirm_at: asksOld ? [email, new_email] : [new_email], expires_at };
});

const UNCHANGED = { pointer: '/new_email', message: 'must be another address than the account has' };
