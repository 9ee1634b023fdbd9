// From an outbox to the effect in another service: throughput, against a relay that carries messages one by one; and the
// latency of a single message from its commit.
import type { Broker } from '#lib/service';
import { world } from '#lib/world';
import pg from 'pg';
import { percentile, record, startHere } from './kit.ts';

const MESSAGES = 100_000;
const ONE_BY_ONE = 5000;
const WAKES = 500;

/** Messages of the campaigns that pledges has a view of: each has one effect, a row. */
const PUBLISH = `insert into outbox (message_id, name, key, payload, published_at)
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
  const [publisher, consumer] = [await connect('campaigns'), await connect('pledges')];
  await carry(publisher, 20_000);
  const per_second = await carry(publisher, MESSAGES);
  const one_by_one = await carryOneByOne(platform, publisher);
  const wakes_ms = await wake(publisher, consumer);
  await Promise.all([publisher.end(), consumer.end()]);
  await platform.stop();
  await record(
    'outbox',
    `${MESSAGES.toLocaleString('en')} messages that lie in the outbox of campaigns, until each is a row of pledges' and gone from the
outbox; one by one: read, delivered, deleted, ${ONE_BY_ONE.toLocaleString('en')} of them. Wake: from the commit of a single message until its
effect is seen by asking for it again and again, ${WAKES} times.

| messages a second | one by one | ÷ | wake p50 ms | p99 |
|---|---|---|---|---|
| ${per_second.toFixed(0)} | ${one_by_one.toFixed(0)} | ${(per_second / one_by_one).toFixed(1)} | ${percentile(wakes_ms, 0.5).toFixed(2)} | ${percentile(wakes_ms, 0.99).toFixed(2)} |`,
  );
}

async function carry(publisher: pg.Client, messages: number): Promise<number> {
  await publisher.query(PUBLISH, [messages]);
  const began_ms = performance.now();
  await publisher.query(`select pg_notify('outbox', '')`);
  for (;;) {
    const { rows } = await publisher.query<{ left: boolean }>('select exists (select from outbox) "left"');
    if (!rows[0]!.left) return messages / ((performance.now() - began_ms) / 1000);
    await world.sleep(5);
  }
}

/** The same effect, in the same consumer; but each message is carried alone. */
async function carryOneByOne({ broker }: { broker: Broker }, publisher: pg.Client): Promise<number> {
  // As in our relay: a deletion need not be durable, and dead rows are out of the way.
  await publisher.query('set synchronous_commit = off');
  await publisher.query('vacuum outbox');
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
      published_at: world.now(),
      causation_id: null,
      user_id: null,
    };
    await publisher.query('select from outbox order by seq limit 1');
    await broker.call('pledges.deliver', { deliveries: [delivery] });
    await publisher.query({ name: 'gone', text: 'delete from outbox where message_id = $1', values: [id] });
  }
  const per_second = ONE_BY_ONE / ((performance.now() - began_ms) / 1000);
  await publisher.query('set synchronous_commit = on');
  return per_second;
}

async function wake(publisher: pg.Client, consumer: pg.Client): Promise<number[]> {
  const times_ms: number[] = [];
  for (let i = 0; i < WAKES; i++) {
    const { rows } = await publisher.query<{ id: string }>(
      `with published as (${PUBLISH} returning message_id id) select id, pg_notify('outbox', '') from published`,
      [1],
    );
    const began_ms = performance.now();
    const seen = {
      name: 'seen',
      text: 'select from campaign_views where campaign_id = $1',
      values: [rows[0]!.id],
    };
    while ((await consumer.query(seen)).rowCount === 0);
    times_ms.push(performance.now() - began_ms);
    await world.sleep(20);
  }
  return times_ms;
}
