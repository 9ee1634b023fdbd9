import { timer } from '#mixins/timers';
import { lateMoney } from './late-money.timer.ts';
import { expire } from './pledge.rules.ts';
import { pledgeActor } from './pledge.store.ts';
import { closing, withdrawal } from './campaign-ends.timer.ts';
import { thankPage } from './thanks.timer.ts';
import { claims, erasures } from './donor.timers.ts';

export const timers = [
  timer('pledges.expiry', { actor: pledgeActor, rule: expire }),
  lateMoney,
  closing,
  withdrawal,
  thankPage,
  claims,
  erasures,
];
