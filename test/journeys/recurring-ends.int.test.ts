// How a recurring gift rests and ends: by its donor, and with its campaign.
import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { aGuest, recurring, type Recurring } from '#test/recurring';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
let gifts: Recurring;
beforeAll(async () => {
  it = await startFundraising();
  gifts = recurring(it);
});
afterAll(() => it?.platform.stop());

describe('its donor', () => {
  test('pauses it and goes on: what was paused is not charged', async () => {
    const { id, campaign_id } = await gifts.anActive();
    await it.donor.call('subscriptions.pause', { id });
    expect(await it.platform.count('subscriptions', 'timers where key = $1', id)).toBe(0);
    await gifts.age(id, '2 months');
    const resumed = await it.donor.call('subscriptions.resume', { id });
    expect([resumed.status, resumed.due_at! > world.now()]).toEqual(['ACTIVE', true]);
    await it.platform.quiet();
    expect(await gifts.totalOf(campaign_id)).toBe(1000);
  });

  test('ends it from an e-mail in one click, as do programs for mail', async () => {
    const { id, mandate_id } = await gifts.anActive(it.anyone, { donor: aGuest });
    const { url, end_url } = await gifts.linkOf(id);
    const page = await it.anyone.get(url.slice(it.platform.url.length));
    expect(String(page.body['html'])).toContain('End it now');
    const click = () =>
      it.anyone.send('POST', new URL(end_url).pathname, {
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await click()).status).toBe(200);
    expect(String((await click()).body['html'])).toContain('It has ended');
    expect(await gifts.subscriptionOf(id)).toMatchObject({
      status: 'CANCELLED',
      ended_by: 'donor',
      donor: aGuest,
    });
    await gifts.behave(mandate_id, 'succeed');
    await gifts.renew(id);
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED']);
  });

  test('is the only one, beside admins; the owner of the campaign sees it, without whom it is to be unknown', async () => {
    const { id, campaign_id } = await gifts.anActive(it.donor, { anonymous: true });
    const path = `/api/subscriptions/${id}`;
    expect((await it.anyone.get(path)).body['code']).toBe('SUBSCRIPTION_NOT_FOUND');
    expect((await it.anyone.get(`${path}?token=no`)).status).toBe(404);
    for (const verb of ['pause', 'resume', 'cancel', 'card'])
      expect((await it.owner.post(`${path}/${verb}`, {})).status).toBe(404);
    expect(await it.owner.call('subscriptions.get', { id })).toMatchObject({ donor_id: null, amount: 1000 });
    const listed = await it.owner.call('subscriptions.list', { campaign_id });
    expect(listed.data).toMatchObject([{ id, donor_id: null }]);
    const mine = await it.donor.call('subscriptions.list', { campaign_id });
    expect(mine.data).toMatchObject([{ id, donor_id: it.donor.user.id }]);
    const stranger = await it.anyone.register('Sam');
    expect((await stranger.call('subscriptions.list', { campaign_id })).data).toEqual([]);
  });

  test('pauses a guest’s by the link', async () => {
    const { id } = await gifts.anActive(it.anyone, { donor: aGuest });
    const token = await gifts.tokenOf(id);
    expect((await it.anyone.call('subscriptions.pause', { id, token })).status).toBe('PAUSED');
    expect((await it.anyone.call('subscriptions.get', { id, token })).donor).toEqual(aGuest);
  });

  test('disputes a renewal, and nothing more is charged until they go on', async () => {
    const { id } = await gifts.anActive();
    await gifts.renew(id);
    const { data } = await it.admin.call('payments.list', {
      purpose_id: (await gifts.pledgesOf(id)).at(-1)!.id,
    });
    await it.anyone.post(`/sandbox/payments/${data[0]!.id}/dispute`, {});
    await it.platform.quiet();
    expect(await gifts.subscriptionOf(id)).toMatchObject({ status: 'PAUSED', paused_by: 'dispute' });
  });

  test('is refunded a renewal, and goes on giving', async () => {
    const { id } = await gifts.anActive();
    await gifts.renew(id);
    await it.owner.call('pledges.refund', { id: (await gifts.pledgesOf(id)).at(-1)!.id }, gifts.keyed());
    await it.platform.quiet();
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 REFUNDED']);
    expect((await gifts.subscriptionOf(id)).status).toBe('ACTIVE');
  });
});

describe('its campaign', () => {
  test.each(['campaigns.close', 'campaigns.cancel'] as const)('ends it: %s', async (end) => {
    const { id, campaign_id } = await gifts.anActive();
    await it.owner.call(end, { id: campaign_id });
    await until(async () => (await gifts.subscriptionOf(id)).status === 'CANCELLED');
    expect(await gifts.subscriptionOf(id)).toMatchObject({ ended_by: 'campaign', due_at: null });
  });

  test('is charged nothing for once it is closed, even where a renewal is on its way', async () => {
    const { id, campaign_id } = await gifts.anActive();
    const { rows } = await it.platform
      .db('subscriptions')
      .query('select * from subscriptions where id = $1', [id]);
    await it.owner.call('campaigns.close', { id: campaign_id });
    await it.platform.quiet();
    const { mandate_id, donor_id } = rows[0] as { mandate_id: string; donor_id: string };
    const pledge_id = world.newId();
    const gift = { campaign_id, amount: 1000, currency: 'EUR', donor_id, donor: null, message: null };
    const payload = {
      ...gift,
      subscription_id: id,
      pledge_id,
      mandate_id,
      anonymous: false,
      period: 1,
      attempt: 0,
    };
    const late = { name: 'subscription.renewal_requested', id: world.newId(), key: id, payload };
    await it.platform.deliver('pledges', [
      { ...late, published_at: world.now(), causation_id: null, user_id: null },
    ]);
    await it.platform.quiet();
    expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 CANCELLED']);
  });
});

test('after all of this every invariant holds', async () => {
  await it.platform.quiet();
  const { data } = await it.admin.call('ops.verify', {});
  expect(data.filter(({ violations }) => violations.length > 0)).toEqual([]);
});
