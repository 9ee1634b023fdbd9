import { action } from '#lib/service';
import { totalsOf } from '../reading.mixin.ts';

/** The totals for the gateway's streams: it asks at the first watcher, and again whenever there may be more. */
export default action('totals.stream', function (ctx) {
  return totalsOf(this, ctx, 'newest');
});
