import { action } from '#lib/service';
import { readFigures } from '../pledge.store.ts';

export default action('pledges.figures', function ({ params }) {
  return readFigures(this.db, params);
});
