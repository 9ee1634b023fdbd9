// A donor gives each month, over HTTP: begun, renewed, declined, and tried again.
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { recurring, type Recurring } from '#test/recurring';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
let gifts: Recurring;
beforeAll(async () => {
  it = await startFundraising();
  gifts = recurring(it);
});
afterAll(() => it?.platform.stop());

describe('a recurring gift', () => {
  test('begins with a payment that saves the card', async () => {
    const { id, campaign_id, pledge_id, mandate_id } = await gifts.anActive();
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'ACTIVE', period: 0, pledge_id });
    expect(await gifts.totalOf(campaign_id)).toBe(1000);
    const { data } = await it.platform.call('payments.read_mandates', { ids: [mandate_id] });
    expect(data).toEqual([{ mandate_id, status: 'SAVED' }]);
    const { subscription_id } = await it.donor.call('pledges.get', { id: pledge_id });
    expect(subscription_id).toBe(id);
  });

  test('is one, however often it is asked for with the same key', async () => {
    const [wish, key] = [await gifts.aWish(), gifts.keyed()];
    const ask = () => it.donor.call('subscriptions.create', wish, key);
    expect(await ask()).toEqual(await ask());
  });

  test('is charged each period without its donor, once', async () => {
    const { id, campaign_id } = await gifts.anActive();
    await gifts.renew(id);
    await gifts.renew(id);
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 COMPLETED', '2 COMPLETED']);
    expect(await gifts.totalOf(campaign_id)).toBe(3000);
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'ACTIVE', period: 2 });
  });

  test('is charged once where its timer fires twice, as after a crash in the middle', async () => {
    const { id, campaign_id } = await gifts.anActive();
    await gifts.age(id, '1 month');
    const release = await it.platform.hold('subscriptions', 'subscriptions', id);
    await gifts.makeDue('subscriptions', 'subscriptions.renewal', id);
    await it.platform.blocked('subscriptions', 1);
    // The node seems dead: another takes its timer over.
    await it.platform.db('subscriptions').query('update timers set leased_until = null where key = $1', [id]);
    await until(() =>
      it.platform.count('subscriptions', 'timers where key = $1 and leased_until is not null', id),
    );
    await release();
    await it.platform.quiet();
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 COMPLETED']);
    expect(await gifts.totalOf(campaign_id)).toBe(2000);
  });

  test('never begins where the first pledge expires', async () => {
    const { id, pledge_id } = await gifts.aPending();
    await gifts.makeDue('pledges', 'pledges.expiry', pledge_id);
    await until(async () => (await gifts.subscriptionOf(id)).status === 'EXPIRED');
  });

  test('is refused where the campaign takes no pledges, and names the field that is wrong', async () => {
    const wish = await gifts.aWish();
    await it.owner.call('campaigns.close', { id: wish.campaign_id });
    const { status, body } = await it.donor.post('/api/subscriptions', wish, gifts.keyed());
    expect([status, body['code']]).toEqual([409, 'CAMPAIGN_NOT_OPEN']);
    const wrong = await it.donor.post('/api/subscriptions', { ...wish, interval: 'week' }, gifts.keyed());
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ pointer: '/interval' }] });
    const currency = await it.donor.post(
      '/api/subscriptions',
      { ...(await gifts.aWish()), currency: 'USD' },
      gifts.keyed(),
    );
    expect(currency.body).toMatchObject({ status: 422, errors: [{ pointer: '/currency' }] });
  });
});

describe('a renewal that is declined', () => {
  test('is tried again, each time as another pledge, and counts when it succeeds', async () => {
    const { id, campaign_id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'fail');
    await gifts.renew(id);
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'PAST_DUE', period: 1, attempt: 0 });
    await gifts.retry(id);
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'PAST_DUE', period: 1, attempt: 1 });
    await gifts.behave(mandate_id, 'succeed');
    await gifts.retry(id);
    expect(await gifts.subscriptionOf(id)).toMatchObject({
      status: 'ACTIVE',
      period: 1,
      attempt: 2,
      retry_at: null,
    });
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 CANCELLED', '1 CANCELLED', '1 COMPLETED']);
    expect(await gifts.totalOf(campaign_id)).toBe(2000);
  });

  test('ends it after the last try', async () => {
    const { id, campaign_id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'fail');
    await gifts.renew(id);
    for (const attempt of [1, 2, 3]) {
      expect((await gifts.subscriptionOf(id)).status).toBe('PAST_DUE');
      await gifts.retry(id);
      expect((await gifts.subscriptionOf(id)).attempt).toBe(attempt);
    }
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'LAPSED', due_at: null, retry_at: null });
    expect(await gifts.totalOf(campaign_id)).toBe(1000);
    expect(await it.platform.count('subscriptions', 'timers where key = $1', id)).toBe(0);
  });

  test('is tried at once with another card that its donor gives', async () => {
    const { id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'fail');
    await gifts.renew(id);
    const { url } = await it.donor.call('subscriptions.replace_card', { id });
    const card = new URL(url).pathname;
    expect(String((await it.anyone.get(card)).body['html'])).toContain('Save a card that works');
    const { status, headers } = await it.anyone.send('POST', `${card}/card`, {
      body: 'charges=succeed',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(303);
    const { body } = await it.anyone.get(new URL(headers.get('location')!).pathname);
    expect(String(body['html'])).toContain('From now on, this card is charged');
    await it.platform.quiet();
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'ACTIVE', period: 1, attempt: 1 });
  });

  test('whose money comes after it was given up is refunded by itself: no period is paid twice', async () => {
    const { id, campaign_id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'fail');
    await gifts.renew(id);
    const failed = (await gifts.pledgesOf(id)).at(-1)!;
    await gifts.behave(mandate_id, 'succeed');
    await gifts.retry(id);
    const { data } = await it.admin.call('payments.list', { purpose_id: failed.id });
    await it.anyone.post(`/sandbox/payments/${data[0]!.id}/capture`, {});
    await it.platform.quiet();
    const [, late, paid] = await gifts.pledgesOf(id);
    expect([late!.status, paid!.status]).toEqual(['CANCELLED', 'COMPLETED']);
    expect(await gifts.totalOf(campaign_id)).toBe(2000);
  });

  test('that nobody answers for is given up after a day, and tried again', async () => {
    const { id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'wait');
    await gifts.renew(id);
    const waiting = (await gifts.pledgesOf(id)).at(-1)!;
    expect(waiting.status).toBe('PENDING');
    await gifts.makeDue('pledges', 'pledges.expiry', waiting.id);
    await until(async () => (await gifts.subscriptionOf(id)).status === 'PAST_DUE');
    await gifts.behave(mandate_id, 'succeed');
    await it.platform.quiet();
    await gifts.retry(id);
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 CANCELLED', '1 COMPLETED']);
  });

  test('can not be paid by hand', async () => {
    const { id, mandate_id } = await gifts.anActive();
    await gifts.behave(mandate_id, 'wait');
    await gifts.renew(id);
    const { status, body } = await it.anyone.get(`/pay/${(await gifts.pledgesOf(id)).at(-1)!.id}`);
    expect([status, body['code']]).toEqual([409, 'PAYMENT_NOT_OPEN']);
  });
});

test('after all of this every invariant holds', async () => {
  await it.platform.quiet();
  const { data } = await it.admin.call('ops.verify', {});
  expect(data.filter(({ violations }) => violations.length > 0)).toEqual([]);
});
