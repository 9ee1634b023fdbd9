import { action } from '#lib/service';
import { totalsOf } from '../reading.mixin.ts';

/** What the gateway sends to those who watch: it asks at the first, and again whenever there may be more. */
export default action('totals.stream', function (ctx) {
  return totalsOf(this, ctx, 'newest');
});
