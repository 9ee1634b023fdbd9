import { world } from '#lib/world';
import type { StoredDeadLetter } from '#mixins/inbox';
import { publishing } from '#mixins/outbox';
import { aCaller, startTestPlatform, until, type TestPlatform } from '#test/platform';
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

const node = () => platform.nodes[0]!;
const letters = async (pledge_id: string) =>
  (await node().call<StoredDeadLetter[]>('pledges.deadLetters')).filter(
    ({ message }) => message.key === pledge_id,
  );
const retry = (message_id: string) => node().call('pledges.retryDeadLetter', { message_id });

/** A pledge that the service has lost, and how to give it back: what is heard of it meanwhile can't be taken. */
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

/** Payments tell that the money of a pledge came; resolves with the letter that it has become. */
async function dead(pledge_id: string): Promise<StoredDeadLetter> {
  const fact = { payment_id: world.newId(), pledge_id, amount: 1000, currency: 'EUR' };
  await publishing(platform.service('payments'), {}, (tx) => tx.publish('payment.captured', fact));
  await platform.quiet();
  return (await letters(pledge_id))[0]!;
}

test('a message that cannot be taken is kept with its error, and has its effect once when it is retried after the mending', async () => {
  const { pledge_id, restore } = await lostPledge();
  const { message_id, message, error, attempts } = await dead(pledge_id);
  expect(message).toMatchObject({ name: 'payment.captured', payload: { pledge_id, amount: 1000 } });
  expect({ error, attempts }).toEqual({ error: expect.stringMatching(/No such pledge/), attempts: 4 });

  await restore();
  await retry(message_id);
  expect(await letters(pledge_id)).toEqual([]);
  const pledge = await platform.call('pledges.get', { id: pledge_id }, { caller: donor });
  expect(pledge).toMatchObject({ status: 'CAPTURED', captured_amount: 1000 });

  // The bus delivers it once more: an inbox forgets nothing.
  expect(await platform.deliver('pledges', [message])).toEqual({ failed: [], waiting: [] });
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
  await platform.quiet();
  const counted = 'pledge_figures where pledge_id = $1 and captured_amount = 1000';
  expect(await until(() => platform.count('totals', counted, pledge_id))).toBe(1);
});

test('one that fails again stays, with its new error', async () => {
  const { pledge_id } = await lostPledge();
  const { message_id } = await dead(pledge_id);
  await platform.db('pledges').query(`update dead_letters set error = 'of old'`);
  await expect(retry(message_id)).rejects.toMatchObject({ type: 'PLEDGE_NOT_FOUND' });
  expect(await letters(pledge_id)).toMatchObject([{ error: expect.stringMatching(/pledge/), attempts: 5 }]);
});

test('one that is retried twice at a time has its effect once', async () => {
  const { pledge_id, restore } = await lostPledge();
  const { message_id } = await dead(pledge_id);
  await restore();
  await Promise.allSettled([retry(message_id), retry(message_id)]);
  expect(await letters(pledge_id)).toEqual([]);
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
});

test('there is no dead letter by another id', async () => {
  const unknown = { type: 'DEAD_LETTER_NOT_FOUND' };
  await expect(retry(world.newId())).rejects.toMatchObject(unknown);
});
