import { codeOf } from '#lib/errors';
import { addressOf } from '#lib/mail-address';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { schedule } from '#mixins/timers';
import { limitsOfAsking, limitsOfMailbox } from '../attempts.rules.ts';
import { countAttempt } from '../attempts.store.ts';

const WHAT = 'reset link';

/** It does not even look whether there is such an account: a timer does. */
export default action('auth.request_password_reset', async function ({ params, meta: { address } }) {
  const email = addressOf(params.email);
  if (address !== undefined) await countAttempt(this.db, limitsOfAsking(WHAT, address));
  const isAllowed = await countAttempt(this.db, limitsOfMailbox(WHAT, email)).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) !== 'ATTEMPTS_TOO_MANY') throw error;
      return false;
    },
  );
  // What is over the limit is not told, so that nobody learns who else asks.
  if (isAllowed)
    await schedule(this.db, {
      name: 'auth.password_reset',
      key: world.newId(),
      due_at: world.now(),
      payload: { email },
    });
  return {};
});
