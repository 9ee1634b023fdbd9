import { action } from '#lib/service';
import { lettersOf } from '../dead.letters.ts';

export default action('ops.dead_letters', function ({ params: { service } }) {
  return lettersOf(this, { service });
});
