// Campaigns: collections of money for a cause, from the draft to the end.
// Lifecycle: machines/fundraising/campaign.machine.ts. Rules: campaign.rules.ts. Storage: campaign.store.ts.
import { defineService } from '#mixins/service';
import cancel from './actions/cancel.ts';
import close from './actions/close.ts';
import create from './actions/create.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import publish from './actions/publish.ts';
import update from './actions/update.ts';
import readView from './actions/read_view.ts';
import { raisedByPledges } from './campaign.between.ts';
import { campaignInvariants } from './campaign.invariants.ts';
import { campaignActor } from './campaign.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';
import { campaignsPersonal } from './campaign.personal.ts';

export default defineService({
  name: 'campaigns',
  actors: [campaignActor],
  actions: [cancel, close, create, get, list, publish, update, readView],
  subscriptions,
  timers,
  invariants: { ...campaignInvariants, 'raised_amount is what pledges brought': raisedByPledges },
  personalData: campaignsPersonal,
});
