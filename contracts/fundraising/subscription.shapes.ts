// What a subscription consists of: a recurring gift.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, exactly, Id, nullable, stringEnum, Time } from '../define.ts';
import { Guest } from './pledge.shapes.ts';

export const subscriptionStatuses = [
  'PENDING',
  'ACTIVE',
  'PAUSED',
  'PAST_DUE',
  'LAPSED',
  'CANCELLED',
  'EXPIRED',
] as const;

export const Interval = stringEnum(['month', 'year']);

export const GiftSubscription = exactly({
  id: Id,
  campaign_id: Id,
  /** null: a guest's, or unknown to who asks. */
  donor_id: nullable(Id),
  donor: nullable(Guest),
  amount: Amount,
  currency: Currency,
  interval: Interval,
  message: nullable(Type.String()),
  anonymous: Type.Boolean(),
  status: stringEnum(subscriptionStatuses),
  /** Periods are counted from 0, the first payment. */
  period: Type.Integer({ minimum: 0 }),
  /** How often the period's renewal was tried before. */
  attempt: Type.Integer({ minimum: 0 }),
  /** Of the period's last attempt. */
  pledge_id: Id,
  /** When the next period begins and is charged. */
  due_at: nullable(Time),
  /** When the renewal that failed is tried next. */
  retry_at: nullable(Time),
  paused_by: nullable(stringEnum(['donor', 'dispute', 'deletion'])),
  ended_by: nullable(stringEnum(['donor', 'admin', 'campaign'])),
  created_at: Time,
  version: Type.Integer(),
});
export type GiftSubscription = Static<typeof GiftSubscription>;
