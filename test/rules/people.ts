// The people in the tests of fundraising's rules, and their campaign.
import { callerOf } from '#test/callers';
import type { CampaignView } from '#contracts';
import { world } from '#lib/world';
import type { CommandContext } from '#mixins/actors/decision';
import * as payments from '../../services/finance/payments/payment.rules.ts';

export const at = '2026-01-31T12:00:00.000Z';
export const [pledge_id, campaign_id, owner_id, donor_id] = [0, 0, 0, 0].map(() => world.newId()) as [
  string,
  string,
  string,
  string,
];
export const payment_id = payments.paymentIdOf({ kind: 'pledge', id: pledge_id });
export const donor: CommandContext = {
  now: at,
  key: pledge_id,
  caller: callerOf(donor_id),
};
export const owner: CommandContext = {
  now: at,
  key: pledge_id,
  caller: callerOf(owner_id),
};
export const nobody = { now: at, caller: undefined };
export const campaign: CampaignView = {
  campaign_id,
  owner_id,
  currency: 'EUR',
  funding: 'flexible',
  status: 'PUBLISHED',
  cancelled_because: null,
  ends_at: null,
  payouts: 'open',
  version: 2,
};
export const wish = { campaign_id, amount: 1000, currency: 'EUR' };
