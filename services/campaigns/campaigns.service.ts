// Campaigns: what somebody raises money for, from the draft to the end.
// Lifecycle: machines/campaign.machine.ts. Rules: campaign.ts. Storage: campaign.store.ts.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import close from './actions/close.ts';
import create from './actions/create.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import publish from './actions/publish.ts';
import view from './actions/view.ts';
import { campaignActor } from './campaign.actor.ts';

export default defineService({
  name: 'campaigns',
  mixins: [actors(campaignActor), outbox, inbox, database],
  actions: [close, create, get, list, publish, view],
});
