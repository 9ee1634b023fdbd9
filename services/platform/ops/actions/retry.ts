import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { hearAgain, lettersOf } from '../dead.letters.ts';

export default action('ops.retry', async function ({ params: { message_id } }) {
  const { data, away } = await lettersOf(this, { message_id });
  if (data.length === 0)
    throw fail(away.length > 0 ? 'UNAVAILABLE' : 'DEAD_LETTER_NOT_FOUND', { message_id });
  const { retried, stayed } = await hearAgain(this, data, () => false);
  return { retried, stayed };
});
