// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/fundraising/pledge.machine.ts. Rules: *.rules.ts. Storage: pledge.store.ts.
import { defineService } from '#mixins/service';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import previewFees from './actions/preview_fees.ts';
import recordOfflineGift from './actions/record_offline_gift.ts';
import voidOfflineGift from './actions/void.ts';
import readFacts from './actions/read_facts.ts';
import readContact from './actions/read_contact.ts';
import readLink from './actions/read_link.ts';
import readFigures from './actions/read_figures.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import readProspect from './actions/read_prospect.ts';
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
    previewFees,
    recordOfflineGift,
    voidOfflineGift,
    readFacts,
    readFigures,
    readContact,
    readLink,
    readProspect,
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
