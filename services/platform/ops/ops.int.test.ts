import type { VerifiedInvariant } from '#contracts';
import { settingsOf } from '#lib/broker';
import { world } from '#lib/world';
import { OPERATOR_KEY, until } from '#test/platform';
import { client } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

let fundraising: Fundraising;
let operator: ReturnType<typeof client>;

beforeAll(async () => {
  fundraising = await startFundraising();
  operator = client(fundraising.platform.url, OPERATOR_KEY);
});
afterEach(async () => {
  await fundraising.platform.db('users').query(`delete from timers where name = 'nothing'`);
  await fundraising.platform.db('users').query('delete from deliveries');
});
afterAll(() => fundraising.platform.stop());

/** A pledge of 1,000, paid through the sandbox's own checkout. */
async function aPaidPledge() {
  const { pledge_id, payment_id } = await aPledge();
  await fundraising.anyone.call('sandbox.capture', { id: payment_id });
  await until(
    async () => (await fundraising.donor.call('pledges.get', { id: pledge_id })).status === 'CAPTURED',
  );
  await fundraising.platform.quiet();
  return { pledge_id, payment_id };
}

async function aPledge() {
  const { donor, campaign_id, provider } = fundraising;
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const sending = { idempotency_key: world.newId() };
  const { pledge_id, payment_url } = await donor.call('pledges.create', wish, sending);
  return { pledge_id, payment_id: await provider.open(payment_url) };
}

async function verify(): Promise<VerifiedInvariant[]> {
  const found: VerifiedInvariant[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await operator.call('ops.verify', cursor === undefined ? {} : { cursor });
    found.push(...page.data);
    cursor = page.next_cursor;
  }
  return found;
}

const broken = async () =>
  (await verify()).flatMap(({ service, invariant, violations }) =>
    violations.map(({ key, found }) => `${service}: ${invariant}: ${key} ${found}`),
  );

test('only admins and who has the operator key get in', async () => {
  const { anyone, donor, admin } = fundraising;
  for (const path of ['outbox', 'dead-letters', 'webhooks', 'verify']) {
    expect((await anyone.get(`/api/ops/${path}`)).status).toBe(401);
    expect((await donor.get(`/api/ops/${path}`)).status).toBe(403);
    expect((await admin.get(`/api/ops/${path}`)).status).toBe(200);
    expect((await operator.get(`/api/ops/${path}`)).status).toBe(200);
    expect((await client(fundraising.platform.url, 'x'.repeat(43)).get(`/api/ops/${path}`)).status).toBe(401);
  }
});

test('the backlog says what waits, for whom and how long, of every service', async () => {
  const { platform } = fundraising;
  const names = Object.keys(platform.settings.databases).sort();
  const before = await operator.call('ops.read_backlog', {});
  expect(before.data.map(({ service }) => service).sort()).toEqual(names);
  expect(before.unavailable).toEqual([]);

  const db = platform.db('users');
  await db.query(
    `insert into timers (name, key, due_at, payload) values ('nothing', 'k', now() - interval '90 s', '{}')`,
  );
  await db.query(`insert into deliveries (consumer, seq, message, key, attempts, due_at)
    select 'nobody', n, json_build_object('published_at', now() - n * interval '1 s'), 'k', 0, now() from generate_series(70, 80) n`);
  const users = (await operator.call('ops.read_backlog', {})).data.find(
    ({ service }) => service === 'users',
  )!;
  expect(users).toMatchObject({
    waiting: 0,
    oldest_ms: null,
    overdue: 1,
    pending: [{ consumer: 'nobody', messages: 11 }],
  });
  expect(users.most_overdue_ms).toBeGreaterThanOrEqual(90_000);
  expect(users.most_overdue_ms).toBeLessThan(120_000);
  // The first in the order is what has waited.
  expect(users.pending[0]!.oldest_ms).toBeGreaterThanOrEqual(70_000);
  expect(await broken()).toEqual([
    expect.stringMatching(
      /^all: messages are delivered within a minute: users 11 wait for nobody, the oldest \d+ s$/,
    ),
    expect.stringMatching(/^all: timers fire within a minute: users 1 are overdue, the first by \d+ s$/),
  ]);
});

describe('a dead letter', () => {
  /** A message about a pledge that payments never heard of; `cure` makes it one that can be heard. */
  async function aDeadLetter() {
    const { pledge_id } = await aPaidPledge();
    const message_id = world.newId();
    const db = fundraising.platform.db('payments');
    const lost = world.newId();
    const message = {
      id: message_id,
      name: 'pledge.cancelled',
      key: lost,
      published_at: world.now(),
      causation_id: null,
      user_id: null,
    };
    const payload = {
      pledge_id: lost,
      campaign_id: fundraising.campaign_id,
      donor_id: lost,
      amount: 1000,
      currency: 'EUR',
    };
    const figures = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, version: 2 };
    await db.query('insert into dead_letters (message_id, message, error, attempts) values ($1, $2, $3, 4)', [
      message_id,
      JSON.stringify({ ...message, payload: { ...payload, figures } }),
      'Error: never',
    ]);
    const cure = () =>
      db.query(
        `update dead_letters set message = jsonb_set(message::jsonb, '{payload,pledge_id}', to_jsonb($2::text))
         where message_id = $1`,
        [message_id, pledge_id],
      );
    return { message_id, cure };
  }

  test('is listed with who could not hear what, and why; and stays where that goes on', async () => {
    const { message_id } = await aDeadLetter();
    const letter = {
      service: 'payments',
      message_id,
      name: 'pledge.cancelled',
      error: 'Error: never',
      attempts: 4,
    };
    expect((await operator.call('ops.list_dead_letters', {})).data).toContainEqual(
      expect.objectContaining(letter),
    );
    expect((await operator.call('ops.list_dead_letters', { service: 'totals' })).data).toEqual([]);
    expect(await operator.call('ops.get_dead_letter', { message_id })).toMatchObject({ data: [letter] });

    const { retried, failed } = await operator.call('ops.retry_dead_letter', { message_id });
    expect(retried).toBe(0);
    expect(failed).toEqual([expect.objectContaining({ message_id, attempts: 5 })]);
    expect(failed[0]!.error).toMatch(/No such payment/);
    expect(await broken()).toContain('all: no message is a dead letter: payments 1 wait to be retried');
  });

  test('that can be heard by now is forgotten', async () => {
    const { message_id, cure } = await aDeadLetter();
    await cure();
    expect(await operator.call('ops.retry_dead_letter', { message_id })).toEqual({ retried: 1, failed: [] });
    const again = await operator.get(`/api/ops/dead-letters/${message_id}`);
    expect(again.body).toMatchObject({ status: 404, code: 'DEAD_LETTER_NOT_FOUND' });
    expect((await operator.post(`/api/ops/dead-letters/${message_id}/retry`)).status).toBe(404);
  });

  test('and all others are retried at once; how many went is told, and which stayed', async () => {
    const lame = await aDeadLetter();
    await (await aDeadLetter()).cure();
    const outcome = await operator.call('ops.retry_dead_letters', {});
    expect(outcome).toMatchObject({ retried: 1, remaining: 0, unavailable: [] });
    expect(outcome.failed.map(({ message_id }) => message_id)).toContain(lame.message_id);
    await fundraising.platform.db('payments').query('delete from dead_letters');
  });
});

describe('webhooks', () => {
  test('are listed as they came, by payment and by outcome, page by page', async () => {
    const { payment_id } = await aPaidPledge();
    await operator.call('ops.trigger_webhook', { payment_id, type: 'settlement.confirmed' });
    const all = { payment_id };
    const types = () =>
      operator.call('payments.list_webhooks', all).then(({ data }) => data.map(({ type }) => type));
    await until(async () => (await types()).length === 2);
    expect(await types()).toEqual(['settlement.confirmed', 'payment.captured']);
    const first = await operator.call('payments.list_webhooks', { ...all, limit: 1 });
    const second = await operator.call('payments.list_webhooks', {
      ...all,
      limit: 1,
      cursor: first.next_cursor!,
    });
    expect([...first.data, ...second.data].map(({ type }) => type)).toEqual(await types());
    expect(
      (await operator.call('payments.list_webhooks', { ...all, outcome: 'already_known' })).data,
    ).toEqual([]);
  });

  test('can be resent, past the age of their signature: what they did is not done again', async () => {
    const { pledge_id, payment_id } = await aPaidPledge();
    const { data } = await operator.call('payments.list_webhooks', { payment_id });
    const [webhook] = data;
    const before = await fundraising.donor.call('pledges.get', { id: pledge_id });
    expect(await operator.call('payments.resend_webhook', { id: webhook!.id })).toEqual(webhook);
    await fundraising.platform.quiet();
    expect(await fundraising.donor.call('pledges.get', { id: pledge_id })).toEqual(before);
    const missing = await operator.post(`/api/ops/webhooks/${world.newId()}/resend`);
    expect(missing.body).toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
  });

  test('that came before their payment move it when they are resent', async () => {
    const { pledge_id, payment_id } = await aPledge();
    const body = { type: 'payment.captured', timestamp: world.now() };
    const data = { payment_id, amount: 1000, currency: 'EUR' };
    const id = world.newId();
    await fundraising.platform.db('payments').query(
      `insert into webhooks (id, provider, webhook_id, type, body, digest, outcome, received_at)
       values ($1, 'sandbox', $2, 'payment.captured', $3, 'its digest', 'payment_not_known', now() - interval '1 day')`,
      [id, world.newId(), JSON.stringify({ ...body, data })],
    );
    const taken = await operator.call('payments.resend_webhook', { id });
    expect(taken).toMatchObject({ id, outcome: 'applied', payment_id });
    await fundraising.platform.quiet();
    expect(await fundraising.donor.call('pledges.get', { id: pledge_id })).toMatchObject({
      status: 'CAPTURED',
    });
  });

  test('are triggered at the sandbox, whether or not the donor has been there; and nowhere without it', async () => {
    const { donor, campaign_id, platform } = fundraising;
    const wish = { campaign_id, amount: 1000, currency: 'EUR' };
    const { pledge_id } = await donor.call('pledges.create', wish, { idempotency_key: world.newId() });
    const payment = await until(
      async () => (await operator.call('payments.list', { purpose_id: pledge_id })).data[0],
    );
    const trigger = { payment_id: payment.id, type: 'payment.captured', amount: 900 } as const;
    await operator.call('ops.trigger_webhook', trigger);
    await until(async () => (await donor.call('pledges.get', { id: pledge_id })).status === 'CONFLICTED');

    const lost = await operator.post('/api/ops/webhooks/trigger', { ...trigger, payment_id: world.newId() });
    expect(lost.body).toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
    const settings = settingsOf(platform.nodes[0]!);
    settings.sandbox = false;
    const off = await operator.post('/api/ops/webhooks/trigger', trigger);
    settings.sandbox = true;
    expect(off.body).toMatchObject({ code: 'PROVIDER_UNKNOWN' });
  });
});
