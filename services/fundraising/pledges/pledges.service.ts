// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/fundraising/pledge.machine.ts. Rules: *.rules.ts. Storage: pledge.store.ts.
import { defineService } from '#mixins/service';
import admit from './actions/admit.ts';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import exportAll from './actions/export.ts';
import exportCampaign from './actions/export_campaign.ts';
import exportDonors from './actions/export_donors.ts';
import previewFees from './actions/preview_fees.ts';
import recordOfflineGift from './actions/record_offline_gift.ts';
import voidOfflineGift from './actions/void.ts';
import erase from './actions/erase.ts';
import readFacts from './actions/read_facts.ts';
import { hideMessage, showMessage } from './actions/hiding.ts';
import listDonors from './actions/list_donors.ts';
import readThanks from './actions/read_thanks.ts';
import thank from './actions/thank.ts';
import { pressCancel, pressUpdate } from './actions/press.ts';
import page from './actions/page.ts';
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
import { originRetention } from './origin.store.ts';
import { pledgeActor } from './pledge.store.ts';
import { subscriptions } from './subscriptions.ts';
import { thanksActor } from './thanks.store.ts';
import { timers } from './timers.ts';
import { pledgesPersonal } from './pledge.personal.ts';

export default defineService({
  name: 'pledges',
  actors: [pledgeActor, thanksActor],
  actions: [
    admit,
    cancel,
    create,
    exportAll,
    exportCampaign,
    exportDonors,
    previewFees,
    recordOfflineGift,
    voidOfflineGift,
    erase,
    readFacts,
    readFigures,
    listDonors,
    readThanks,
    thank,
    hideMessage,
    showMessage,
    page,
    pressCancel,
    pressUpdate,
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
  retention: {
    ...originRetention,
    // Long after the last e-mail was tried.
    thanks: `created_at < now() - interval '90 days'`,
    thanked_donors: `at < now() - interval '90 days'`,
  },
  invariants: { ...pledgeInvariants, 'a pledge has one payment that knows the same': pledgeHasPayment },
  personalData: pledgesPersonal,
});
