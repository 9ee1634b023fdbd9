// From an outbox to its effect in another service: how many a second, against a relay that carries them one by one; and how
// soon after its commit a single message has had its effect.
import type { Broker } from '#lib/service';
import { world } from '#lib/world';
import pg from 'pg';
import { percentile, record, startHere } from './kit.ts';

const MESSAGES = 100_000;
const ONE_BY_ONE = 5000;
const WAKES = 500;

/** Messages of the campaigns that pledges keeps a view of: one effect each, a row. */
const TELL = `insert into outbox (message_id, name, key, payload, at)
  select id, 'campaign.updated', id::text, json_build_object('campaign_id', id, 'owner_id', id, 'currency', 'EUR',
    'status', 'PUBLISHED', 'ends_at', null, 'version', 2), now()
  from (select gen_random_uuid() id from generate_series(1, $1)) each`;

export default async function outbox(): Promise<void> {
  const platform = await startHere();
  const admin = new URL(platform.adminUrl);
  const connect = async (database: string) => {
    const url = new URL(admin);
    url.pathname = `/commonweal_${database}`;
    const db = new pg.Client(url.href);
    await db.connect();
    return db;
  };
  const [telling, hearing] = [await connect('campaigns'), await connect('pledges')];
  await carry(telling, 20_000);
  const per_second = await carry(telling, MESSAGES);
  const one_by_one = await carryOneByOne(platform, telling);
  const wakes_ms = await wake(telling, hearing);
  await Promise.all([telling.end(), hearing.end()]);
  await platform.stop();
  await record(
    'outbox',
    `${MESSAGES.toLocaleString('en')} messages that lie in the outbox of campaigns, until each is a row of pledges' and gone from the
outbox; one by one: read, heard, deleted, ${ONE_BY_ONE.toLocaleString('en')} of them. Wake: from the commit of a single message until its
effect is seen by asking for it again and again, ${WAKES} times.

| messages a second | one by one | ÷ | wake p50 ms | p99 |
|---|---|---|---|---|
| ${per_second.toFixed(0)} | ${one_by_one.toFixed(0)} | ${(per_second / one_by_one).toFixed(1)} | ${percentile(wakes_ms, 0.5).toFixed(2)} | ${percentile(wakes_ms, 0.99).toFixed(2)} |`,
  );
}

async function carry(telling: pg.Client, messages: number): Promise<number> {
  await telling.query(TELL, [messages]);
  const began_ms = performance.now();
  await telling.query(`select pg_notify('outbox', '')`);
  for (;;) {
    const { rows } = await telling.query<{ left: boolean }>('select exists (select from outbox) "left"');
    if (!rows[0]!.left) return messages / ((performance.now() - began_ms) / 1000);
    await world.sleep(5);
  }
}

/** The same effect, by the same hearer; only that each message goes its way alone. */
async function carryOneByOne({ broker }: { broker: Broker }, telling: pg.Client): Promise<number> {
  // As ours has it: a deletion need not be durable, and what was carried before is out of the way.
  await telling.query('set synchronous_commit = off');
  await telling.query('vacuum outbox');
  const began_ms = performance.now();
  for (let i = 0; i < ONE_BY_ONE; i++) {
    const id = world.newId();
    const payload = {
      campaign_id: id,
      owner_id: id,
      currency: 'EUR',
      status: 'PUBLISHED',
      ends_at: null,
      version: 2,
    };
    const delivery = {
      id,
      name: 'campaign.updated',
      key: id,
      payload,
      at: world.now(),
      cause: null,
      by: null,
    };
    await telling.query('select from outbox order by seq limit 1');
    await broker.call('pledges.hear', { deliveries: [delivery] });
    await telling.query({ name: 'gone', text: 'delete from outbox where message_id = $1', values: [id] });
  }
  const per_second = ONE_BY_ONE / ((performance.now() - began_ms) / 1000);
  await telling.query('set synchronous_commit = on');
  return per_second;
}

async function wake(telling: pg.Client, hearing: pg.Client): Promise<number[]> {
  const times_ms: number[] = [];
  for (let i = 0; i < WAKES; i++) {
    const { rows } = await telling.query<{ id: string }>(
      `with told as (${TELL} returning message_id id) select id, pg_notify('outbox', '') from told`,
      [1],
    );
    const began_ms = performance.now();
    const seen = {
      name: 'seen',
      text: 'select from campaign_views where campaign_id = $1',
      values: [rows[0]!.id],
    };
    while ((await hearing.query(seen)).rowCount === 0);
    times_ms.push(performance.now() - began_ms);
    await world.sleep(20);
  }
  return times_ms;
}
