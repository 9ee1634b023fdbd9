import { timer } from '#mixins/timers';
import { end } from './campaign.rules.ts';
import { campaignActor } from './campaign.store.ts';

export const timers = [timer('campaigns.end', { actor: campaignActor, rule: end })];
