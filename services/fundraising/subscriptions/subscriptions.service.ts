// Subscriptions: recurring gifts. When a period begins, its pledge is made, and paid with the card that the first payment saved.
// Lifecycle: machines/fundraising/subscription.machine.ts. Rules: *.rules.ts. Storage: subscription.store.ts.
import { defineService } from '#mixins/service';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import end from './actions/end.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import openCard from './actions/open_card.ts';
import page from './actions/page.ts';
import pause from './actions/pause.ts';
import readLink from './actions/read_link.ts';
import replaceCard from './actions/replace_card.ts';
import resume from './actions/resume.ts';
import { subscriptionHasMandate, subscriptionInvariants } from './subscription.invariants.ts';
import { subscriptionActor } from './subscription.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';
import { subscriptionsPersonal } from './subscription.personal.ts';

export default defineService({
  name: 'subscriptions',
  actors: [subscriptionActor],
  actions: [cancel, create, end, get, list, openCard, page, pause, readLink, replaceCard, resume],
  subscriptions,
  timers,
  invariants: {
    ...subscriptionInvariants,
    'who is charged has a mandate': subscriptionHasMandate,
  },
  personalData: subscriptionsPersonal,
});
