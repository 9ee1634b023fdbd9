import { grossFor } from '#contracts/finance/fees';
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';

/** What a donor pays for `amount` to be left after the fee, by the price list of the provider that new payments go to. */
export const totalFor = ({ broker }: Service, money: { amount: number; currency: string }): number =>
  grossFor(settingsOf(broker).provider_fees, money);
