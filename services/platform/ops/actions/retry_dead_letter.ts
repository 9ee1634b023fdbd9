import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { lettersOf, retryLetters } from '../dead.letters.ts';

export default action('ops.retry_dead_letter', async function ({ params: { message_id } }) {
  const { data, unavailable } = await lettersOf(this, { message_id });
  if (data.length === 0)
    throw fail(unavailable.length > 0 ? 'UNAVAILABLE' : 'DEAD_LETTER_NOT_FOUND', { message_id });
  const { retried, failed } = await retryLetters(this, data, () => false);
  return { retried, failed };
});
