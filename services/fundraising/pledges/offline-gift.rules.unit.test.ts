import { aCaller } from '#test/callers';
import type { CampaignView, Params } from '#contracts';
import { world } from '#lib/world';
import type { CommandContext } from '#mixins/actors/decision';
import { given, givenNothing } from '#test/rules/given';
import { at, campaign, donor, nobody, owner, wish as paidWish } from '#test/rules/people';
import { describe, expect, test } from '@jest/globals';
import { askRefundOfPayment, recordGift, voidGift } from './offline-gift.rules.ts';
import { create, update } from './pledge.rules.ts';
import { release } from './release.rules.ts';

type Wish = Params<'pledges.record_offline_gift'>;
const key = world.newId();
const wish: Wish = {
  campaign_id: campaign.campaign_id,
  amount: 2500,
  currency: 'EUR',
  method: 'cheque',
  received_on: '2026-01-30',
  donor: { name: 'Olaf' },
};
const admin: CommandContext = {
  ...owner,
  key,
  caller: aCaller('admin'),
};
const by = { ...owner, key };
const a = (changes: Partial<Wish> = {}, of: Partial<CampaignView> = {}) => ({
  wish: { ...wish, ...changes },
  campaign: { ...campaign, ...of },
  guest_id: null,
});
const gift = { ...recordGift(undefined, a(), by).state, version: 1 };
const voided = voidGift(gift, { reason: 'it bounced', campaign }, by).state;

describe('an offline gift', () => {
  test('is complete at once, and counts', () => {
    givenNothing()
      .when(recordGift, a({ reference: '0815', message: 'For the pump', anonymous: true }), by)
      .thenBecomes({
        id: key,
        status: 'COMPLETED',
        captured_amount: 2500,
        donor: { name: 'Olaf', email: null },
        message: 'For the pump',
        anonymous: true,
        offline: {
          method: 'cheque',
          received_on: '2026-01-30',
          reference: '0815',
          recorded_by: owner.caller!.user_id,
          return_due: false,
          void_reason: null,
        },
      })
      .thenPublishes(['pledge.created', 'pledge.completed', 'pledge.captured'])
      .thenSchedulesNothing();
  });

  test('is told to be one, with figures that count once', () => {
    const { messages } = recordGift(undefined, a(), by);
    const figures = { captured_amount: 2500, refunded_amount: 0, charged_back_amount: 0, version: 1 };
    for (const { payload } of messages)
      expect(payload).toMatchObject({ pledge_id: key, amount: 2500, offline: true, figures });
  });

  test('is of who has the address, and else of somebody of their own', () => {
    const guest_id = world.newId();
    const donor = { name: 'Olaf', email: 'olaf@example.org' };
    givenNothing()
      .when(recordGift, { ...a({ donor }), guest_id }, by)
      .thenBecomes({ donor_id: guest_id, donor });
    const other = recordGift(undefined, a(), { ...by, key: world.newId() }).state;
    expect(other.donor_id).not.toBe(gift.donor_id);
  });

  test('is recorded by the owner of the campaign and by admins', () => {
    givenNothing().when(recordGift, a(), admin).thenBecomes({ status: 'COMPLETED' });
    givenNothing().when(recordGift, a(), donor).thenIsRefusedWith('PERMISSION_DENIED');
    givenNothing()
      .when(recordGift, a({}, { status: 'DRAFT' }), donor)
      .thenIsRefusedWith('CAMPAIGN_NOT_FOUND');
  });

  test.each<[string, Partial<CampaignView>]>([
    ['a draft', { status: 'DRAFT' }],
    ['one that was called off', { status: 'CANCELLED' }],
    ['one that may have to give everything back', { funding: 'all_or_nothing' }],
  ])('is not for %s', (_what, view) => {
    givenNothing().when(recordGift, a({}, view), by).thenIsRefusedWith('NO_OFFLINE_GIFTS');
  });

  test('may still come to a campaign that is closed', () => {
    const ended = { status: 'CLOSED', ends_at: at } as const;
    givenNothing().when(recordGift, a({}, ended), by).thenBecomes({ status: 'COMPLETED' });
  });

  test('is in the currency of the campaign', () => {
    givenNothing()
      .when(recordGift, a({ currency: 'USD' }), by)
      .thenIsRefusedWith('CURRENCY_MISMATCH');
  });

  // It is noon in UTC on January 31: in Kiritimati, 14 hours ahead, February has begun.
  test.each(['2026-02-02', '9999-12-31', '2015-12-31', '0026-01-30'])(
    'was not received on %s',
    (received_on) => {
      givenNothing().when(recordGift, a({ received_on }), by).thenIsRefusedWith('VALIDATION_FAILED');
    },
  );

  test.each(['2026-02-01', '2026-01-31', '2016-01-01'])('may have been received on %s', (received_on) => {
    givenNothing().when(recordGift, a({ received_on }), by).thenBecomes({ status: 'COMPLETED' });
  });

  test('is refunded by nobody, and strangers do not learn why', () => {
    given(gift).when(askRefundOfPayment, { campaign }, by).thenIsRefusedWith('OFFLINE_GIFT');
    given(gift).when(askRefundOfPayment, { campaign }, donor).thenIsRefusedWith('PLEDGE_NOT_FOUND');
  });

  test('is nobody’s to change who has no account: no link leads to it', () => {
    given(gift)
      .when(update, { id: key, message: 'Mine', has_link: false }, donor)
      .thenIsRefusedWith('PLEDGE_NOT_FOUND');
  });
});

describe('an offline gift that is voided', () => {
  test('counts no more, and says why', () => {
    given(gift)
      .when(voidGift, { reason: 'it bounced', campaign }, by)
      .thenBecomes({
        status: 'REFUNDED',
        captured_amount: 2500,
        refunded_amount: 2500,
        refunds: [],
        offline: { ...gift.offline!, void_reason: 'it bounced' },
      })
      .thenPublishes(['pledge.refunded']);
    const [refunded] = voidGift(gift, { reason: 'it bounced', campaign }, by).messages;
    expect(refunded!.payload).toMatchObject({ amount: 2500, offline: true });
  });

  test('is voided once, by the owner and admins', () => {
    const input = { reason: 'again', campaign };
    given(voided).when(voidGift, input, by).thenIsRefusedWith('NOTHING_TO_REFUND');
    given(gift).when(voidGift, input, donor).thenIsRefusedWith('PLEDGE_NOT_FOUND');
    given(gift).when(voidGift, input, admin).thenBecomes({ status: 'REFUNDED' });
  });

  test('was one: what was paid is refunded instead', () => {
    const paid = create(
      undefined,
      { wish: paidWish, campaign, guest_id: null, payment_provider: 'sandbox' },
      donor,
    ).state;
    given(paid).when(voidGift, { reason: 'no', campaign }, by).thenIsRefusedWith('NOT_OFFLINE');
  });
});

describe('an offline gift to a campaign that is called off', () => {
  const released = given(gift).when(release, { because: 'called_off' }, { ...nobody, key });

  test('counts until its owner has returned it: nobody else can', () => {
    released
      .thenBecomes({ status: 'COMPLETED', refunds: [], offline: { ...gift.offline!, return_due: true } })
      .thenPublishesNothing();
  });

  test('is returned once it is voided', () => {
    given(released.state)
      .when(voidGift, { reason: 'returned', campaign }, by)
      .thenBecomes({
        status: 'REFUNDED',
        offline: { ...gift.offline!, return_due: false, void_reason: 'returned' },
      });
  });

  test('needs no return where it was voided before', () => {
    given(voided)
      .when(release, { because: 'called_off' }, { ...nobody, key })
      .thenBecomes({
        offline: voided.offline,
      });
  });
});
