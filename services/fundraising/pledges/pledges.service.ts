// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/fundraising/pledge.machine.ts. Rules: *.rules.ts. Storage: pledge.store.ts.
import { defineService } from '#mixins/service';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import erase from './actions/erase.ts';
import readFacts from './actions/read_facts.ts';
import readGuestLink from './actions/read_guest_link.ts';
import readFigures from './actions/read_figures.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import refund from './actions/refund.ts';
import resolve from './actions/resolve.ts';
import readSums from './actions/read_sums.ts';
import update from './actions/update.ts';
import { pledgeHasPayment } from './pledge.between.ts';
import { pledgeInvariants } from './pledge.invariants.ts';
import { pledgeActor } from './pledge.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';

export default defineService({
  name: 'pledges',
  actors: [pledgeActor],
  actions: [
    cancel,
    create,
    erase,
    readFacts,
    readFigures,
    readGuestLink,
    get,
    list,
    refund,
    resolve,
    readSums,
    update,
  ],
  subscriptions,
  timers,
  invariants: { ...pledgeInvariants, 'a pledge has one payment that knows the same': pledgeHasPayment },
});
