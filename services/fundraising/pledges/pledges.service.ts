// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/fundraising/pledge.machine.ts. Rules: *.rules.ts. Storage: pledge.store.ts.
import { defineService } from '#mixins/service';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import readFacts from './actions/read_facts.ts';
import readFigures from './actions/read_figures.ts';
import readSums from './actions/read_sums.ts';
import refund from './actions/refund.ts';
import resolve from './actions/resolve.ts';
import update from './actions/update.ts';
import { pledgeInvariants } from './pledge.checks.ts';
import { pledgeActor } from './pledge.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';

export default defineService({
  name: 'pledges',
  actors: [pledgeActor],
  actions: [cancel, create, get, list, readFacts, readFigures, readSums, refund, resolve, update],
  subscriptions,
  timers,
  invariants: pledgeInvariants,
});
