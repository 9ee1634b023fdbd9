import { given } from '#test/rules/given';
import { at, campaign, donor, nobody, owner, payment_id, pledge_id, wish } from '#test/rules/people';
import { describe, test } from '@jest/globals';
import { askRefund, authorize, capture } from './pledge-money.rules.ts';
import { create, expire } from './pledge.rules.ts';
import { release } from './release.rules.ts';

const made = create(undefined, { wish, campaign, guest_id: null, payment_provider: 'sandbox' }, donor).state;
const context = { ...nobody, key: pledge_id };
const report = {
  payment_id,
  purpose: { kind: 'pledge', id: pledge_id },
  amount: 1000,
  currency: 'EUR',
} as const;
const held = authorize(made, report, context).state;
const captured = capture(made, report, context).state;
const because = 'goal_missed';
const told = {
  pledge_id,
  campaign_id: campaign.campaign_id,
  currency: 'EUR',
  amount: 1000,
  because,
} as const;

describe('when a campaign is cancelled', () => {
  test('who paid gets their money back, and is told', () => {
    const { decision } = given(captured)
      .when(release, { because }, context)
      .thenPublishes(['pledge.refund_requested', 'pledge.released']);
    given(captured)
      .when(() => ({ ...decision, messages: decision.messages.slice(1) }))
      .thenPublishes('pledge.released', { ...told, refund_amount: 1000 });
  });

  test('who was refunded a part is told of the rest', () => {
    const partly = askRefund(captured, { amount: 400, campaign }, owner).state;
    const { decision } = given(partly).when(release, { because }, context);
    given(partly)
      .when(() => ({ ...decision, messages: decision.messages.slice(1) }))
      .thenPublishes('pledge.released', { ...told, refund_amount: 600 });
  });

  test('who had agreed to pay is told that nothing is taken', () => {
    const { decision } = given(held)
      .when(release, { because }, context)
      .thenBecomes({ status: 'CANCELLED' })
      .thenPublishes(['pledge.cancelled', 'pledge.released']);
    given(held)
      .when(() => ({ ...decision, messages: decision.messages.slice(1) }))
      .thenPublishes('pledge.released', { ...told, refund_amount: 0 });
  });

  test('who had done neither is told nothing', () => {
    given(made).when(release, { because }, context).thenPublishes(['pledge.cancelled']);
    const expired = expire(made, {}, { now: at }).state;
    given(expired).when(release, { because }, context).thenPublishes(['pledge.cancelled']);
    const refunded = askRefund(captured, { campaign }, owner).state;
    given(refunded).when(release, { because }, context).thenPublishesNothing();
  });
});
