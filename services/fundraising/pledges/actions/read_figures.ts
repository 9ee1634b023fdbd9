import { action } from '#lib/service';
import { readFigures } from '../pledge.store.ts';

export default action('pledges.read_figures', function ({ params }) {
  return readFigures(this.db, params);
});
