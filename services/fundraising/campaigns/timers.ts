import { timer } from '#mixins/timers';
import { end } from './campaign.rules.ts';
import { campaignActor } from './campaign.store.ts';
import { closure } from './closure.timer.ts';
import { deciding } from './decide.timer.ts';

export const timers = [timer('campaigns.end', { actor: campaignActor, rule: end }), deciding, closure];
