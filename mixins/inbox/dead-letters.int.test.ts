import type { Payload } from '#contracts';
import { world } from '#lib/world';
import type { StoredDeadLetter } from '#mixins/inbox';
import { publishing } from '#mixins/outbox';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
const donor = aCaller();
let campaign_id: string;

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals'] });
  const caller = aCaller();
  const draft = { title: 'A well', description: '', goal_amount: 100_000, currency: 'EUR' };
  ({ id: campaign_id } = await platform.call('campaigns.create', draft, { caller }));
  await platform.call('campaigns.publish', { id: campaign_id }, { caller });
});
afterAll(() => platform.stop());

type Fact = Payload<'payment.captured'>;
const node = () => platform.nodes[0]!;
const deadLetters = async (pledge_id: string) =>
  (await node().call<StoredDeadLetter[]>('pledges.deadLetters')).filter(
    ({ message }) => (message.payload as Fact).purpose.id === pledge_id,
  );
const retry = (message_id: string) => node().call('pledges.retryDeadLetter', { message_id });

/** A pledge that the service has lost, and how to restore it: until then its messages fail. */
async function lostPledge() {
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id } = await platform.call('pledges.create', wish, { caller: donor });
  await platform.quiet();
  const db = platform.db('pledges');
  const { rows } = await db.query('delete from pledges where id = $1 returning *', [pledge_id]);
  return {
    pledge_id,
    restore: () =>
      db.query('insert into pledges select * from json_populate_record(null::pledges, $1)', [
        JSON.stringify(rows[0]),
      ]),
  };
}

/** Publishes that the money of a pledge came; resolves with the dead letter that this becomes. */
async function dead(pledge_id: string): Promise<StoredDeadLetter> {
  const purpose = { kind: 'pledge', id: pledge_id } as const;
  const fact = { payment_id: world.newId(), purpose, amount: 1000, currency: 'EUR' };
  await publishing(platform.service('payments'), {}, (tx) => tx.publish('payment.captured', fact));
  await platform.quiet();
  return (await deadLetters(pledge_id))[0]!;
}

test('a message that fails too often is stored with its error, and has its effect once when it is retried after the repair', async () => {
  const { pledge_id, restore } = await lostPledge();
  const { message_id, message, error, attempts } = await dead(pledge_id);
  expect(message).toMatchObject({
    name: 'payment.captured',
    payload: { purpose: { id: pledge_id }, amount: 1000 },
  });
  expect({ error, attempts }).toEqual({ error: expect.stringMatching(/No such pledge/), attempts: 4 });

  await restore();
  await retry(message_id);
  expect(await deadLetters(pledge_id)).toEqual([]);
  const pledge = await platform.call('pledges.get', { id: pledge_id }, { caller: donor });
  expect(pledge).toMatchObject({ status: 'CAPTURED', captured_amount: 1000 });

  // Another delivery by the bus has no effect: an inbox forgets nothing.
  expect(await platform.deliver('pledges', [message])).toEqual({ failed: [], waiting: [] });
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
  await platform.quiet();
  const counted = 'pledge_figures where pledge_id = $1 and captured_amount = 1000';
  expect(await until(() => platform.count('totals', counted, pledge_id))).toBe(1);
});

test('a dead letter that fails again remains, with its new error', async () => {
  const { pledge_id } = await lostPledge();
  const { message_id } = await dead(pledge_id);
  await platform.db('pledges').query(`update dead_letters set error = 'of old'`);
  await expect(retry(message_id)).rejects.toMatchObject({ type: 'PLEDGE_NOT_FOUND' });
  expect(await deadLetters(pledge_id)).toMatchObject([
    { error: expect.stringMatching(/pledge/), attempts: 5 },
  ]);
});

test('a dead letter that is retried twice at once has its effect once', async () => {
  const { pledge_id, restore } = await lostPledge();
  const { message_id } = await dead(pledge_id);
  await restore();
  await Promise.allSettled([retry(message_id), retry(message_id)]);
  expect(await deadLetters(pledge_id)).toEqual([]);
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
});

test('an unknown id is no dead letter', async () => {
  const unknown = { type: 'DEAD_LETTER_NOT_FOUND' };
  await expect(retry(world.newId())).rejects.toMatchObject(unknown);
});
