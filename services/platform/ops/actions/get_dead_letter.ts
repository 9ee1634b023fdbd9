import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { lettersOf } from '../dead.letters.ts';

export default action('ops.get_dead_letter', async function ({ params: { message_id } }) {
  const found = await lettersOf(this, { message_id });
  if (found.data.length === 0 && found.unavailable.length > 0)
    throw fail('UNAVAILABLE', { unavailable: found.unavailable });
  if (found.data.length === 0) throw fail('DEAD_LETTER_NOT_FOUND', { message_id });
  return found;
});
