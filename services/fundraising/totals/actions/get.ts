import { action } from '#lib/service';
import { totalsOf } from '../reading.mixin.ts';

export default action('totals.get', function (ctx) {
  return totalsOf(this, ctx, 'fastest');
});
