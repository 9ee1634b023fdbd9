// Totals: the amounts that each campaign has received. A read model, built from messages of campaigns and pledges alone.
// Storage: total.store.ts. Reading: reading.mixin.ts, and totals.redis.ts where there is a Redis.
import { defineService } from '#mixins/service';
import get from './actions/get.ts';
import rebuild from './actions/rebuild.ts';
import stream from './actions/stream.ts';
import verify from './actions/verify.ts';
import { reading } from './reading.mixin.ts';
import { subscriptions } from './subscriptions.ts';
import { totalsFollow } from './total.between.ts';
import { totalsPersonal } from './totals.personal.ts';

export default defineService({
  name: 'totals',
  actions: [get, rebuild, stream, verify],
  subscriptions,
  invariants: { 'totals are what pledges and ledger say': totalsFollow },
  mixins: [reading],
  personalData: totalsPersonal,
});
