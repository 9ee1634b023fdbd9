import type { Params } from '#contracts';
import { aCaller } from '#test/callers';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns'], nodes: 2 });
});
afterAll(() => platform.stop());

const draft = { title: 'A well', description: 'deep', goal_amount: 100_000, currency: 'EUR' };
const keyed = (idempotency_key = 'mine') => ({ caller: aCaller(), idempotency_key });
const create = (meta = keyed(), params: Params<'campaigns.create'> = draft, on = 0) =>
  platform.call('campaigns.create', params, meta, on);
const ownedBy = (user_id: string) => platform.count('campaigns', 'campaigns where owner_id = $1', user_id);
const stepsOf = (id: string) => platform.count('campaigns', 'transitions where key = $1', id);

test('the same request with the same key gets the first reply, in whatever order its fields come', async () => {
  const meta = keyed();
  const first = await create(meta);
  const { title, ...rest } = draft;
  expect(await create(meta, { ...rest, title }, 1)).toEqual(first);
  expect(await ownedBy(meta.caller.user_id)).toBe(1);
});

test('it gets the reply of then, even if much has happened since', async () => {
  const meta = keyed();
  const { id } = await create({ caller: meta.caller, idempotency_key: 'the draft' });
  const published = await platform.call('campaigns.publish', { id }, meta);
  await platform.call('campaigns.close', { id }, { caller: meta.caller });
  expect(await platform.call('campaigns.publish', { id }, meta, 1)).toEqual(published);
  expect(await stepsOf(id)).toBe(2);
});

test.each([
  ['founds', async () => ({ name: 'campaigns.create', params: draft, caller: aCaller() }) as const],
  [
    'changes',
    async () => {
      const caller = aCaller();
      const { id } = await platform.call('campaigns.create', draft, { caller });
      return { name: 'campaigns.publish', params: { id }, caller } as const;
    },
  ],
] as const)(
  'two requests that race with one key have one effect and one reply, where it %s',
  async (_what, ask) => {
    const { name, params, caller } = await ask();
    const db = await platform.db('campaigns').connect();
    await db.query('begin');
    await db.query('lock table inbox in exclusive mode'); // both have decided, neither can save
    const answers = Promise.all(
      [0, 1].map((on) => platform.call(name, params as never, { caller, idempotency_key: 'one' }, on)),
    );
    await platform.blocked('campaigns', 2);
    await db.query('commit');
    db.release();
    const [one, other] = await answers;
    expect(other).toEqual(one);
    expect(await ownedBy(caller.user_id)).toBe(1);
    expect(await stepsOf(one!.id)).toBe(name === 'campaigns.create' ? 0 : 1);
  },
);

test('a key is refused for another input only', async () => {
  const meta = keyed();
  const { id } = await create(meta);
  const reused = create(meta, { ...draft, goal_amount: 7 });
  await expect(reused).rejects.toMatchObject({
    type: 'IDEMPOTENCY_KEY_REUSED',
    data: { first_used_for: 'campaigns.create' },
  });
  // Another action, and another caller, have keys of their own.
  expect(await platform.call('campaigns.publish', { id }, meta)).toMatchObject({ status: 'PUBLISHED' });
  expect((await create(keyed())).id).not.toBe(id);
});

test('a field that was left out differs from one that was given', async () => {
  const meta = keyed();
  await create(meta);
  await expect(create(meta, { ...draft, ends_at: '2999-01-01T00:00:00Z' })).rejects.toMatchObject({
    type: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('a key of 255 characters works, and one that differs in the last is another', async () => {
  const meta = keyed('k'.repeat(255));
  const { id } = await create(meta);
  expect((await create(meta)).id).toBe(id);
  expect((await create({ ...meta, idempotency_key: `${'k'.repeat(254)}l` })).id).not.toBe(id);
});

test('a refused request may be retried with its key, and then succeed', async () => {
  const meta = keyed();
  const { id } = await create({ ...meta, idempotency_key: 'the draft' });
  const close = () => platform.call('campaigns.close', { id }, meta);
  await expect(close()).rejects.toMatchObject({ type: 'TRANSITION_NOT_ALLOWED' });
  await platform.call('campaigns.publish', { id }, { caller: meta.caller });
  expect(await close()).toMatchObject({ status: 'CLOSED' });
  expect(await close()).toMatchObject({ status: 'CLOSED' });
});
