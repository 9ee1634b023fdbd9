import { action } from '#lib/service';
import { lettersOf } from '../dead.letters.ts';

export default action('ops.list_dead_letters', function ({ params: { service } }) {
  return lettersOf(this, { service });
});
