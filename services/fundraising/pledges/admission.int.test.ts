// What a stranger at the gateway may do to pledges. The addresses are as the gateway hands them on.
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { aCampaign, noFigures } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const PER_MINUTE = 2;
const EACH_MS = 60_000 / PER_MINUTE;

let platform: TestPlatform;
let campaign_id: string;
beforeAll(async () => {
  platform = await startTestPlatform({
    services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals', 'notifications'],
    nodes: 2,
    settings: { guest_pledges_per_minute: PER_MINUTE },
  });
});
afterAll(() => platform?.stop());
beforeEach(async () => {
  ({ campaign_id } = await aCampaign(platform));
});

let hosts = 0;
const anAddress = () => `192.0.2.${++hosts}`;

interface Asking {
  address?: string;
  key?: string;
  email?: string;
  on?: number;
  to?: string;
  caller?: ReturnType<typeof aCaller>;
  token?: string;
}

/** A pledge; the code of its refusal and the seconds to wait, else its id. */
async function pledge(at: TestPlatform, asking: Asking = {}) {
  const {
    address,
    key = world.newId(),
    email = `${world.newId()}@example.org`,
    on = 0,
    caller,
    token,
  } = asking;
  const wish = { campaign_id: asking.to ?? campaign_id, amount: 100, currency: 'EUR' };
  const params = {
    ...wish,
    ...(caller ? {} : { donor: { name: 'Gwen', email } }),
    ...(token === undefined ? {} : { challenge_token: token }),
  };
  const meta = {
    idempotency_key: key,
    ...(caller ? { caller } : {}),
    ...(address === undefined ? {} : { address, ip: address }),
  };
  return at.call('pledges.create', params, meta, on).then(
    ({ pledge_id }) => ({ code: 'ok', pledge_id, retry_after_s: undefined }),
    (error: Error & { data?: { retry_after_s?: number } }) => ({
      code: codeOf(error),
      pledge_id: '',
      retry_after_s: error.data?.retry_after_s,
    }),
  );
}

const counted = (codes: { code: string | undefined }[]) =>
  Object.fromEntries<number>(
    [...Map.groupBy(codes, ({ code }) => code)].map(([code, those]) => [code ?? 'no code', those.length]),
  );

/** Leaves no token in any bucket for an hour. */
const empty = () => platform.db('pledges').query(`update buckets set full_at = now() + interval '1 hour'`);

describe('pledges of guests', () => {
  test('that come at once from one address are as many as may, on all nodes together', async () => {
    const address = anAddress();
    const started_ms = world.nowMs();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => pledge(platform, { address, on: i % 2 })),
    );
    // On a slow machine a token may have come back meanwhile.
    const took_ms = world.nowMs() - started_ms;
    const regained = Math.floor(took_ms / EACH_MS);
    const { ok = 0, TOO_MANY_PLEDGES: refused = 0 } = counted(answers);
    expect([ok + refused, ok >= PER_MINUTE, ok <= PER_MINUTE + regained]).toEqual([60, true, true]);
    const waits = answers.flatMap(({ retry_after_s }) => retry_after_s ?? []);
    expect(waits).toHaveLength(refused);
    // Who came first may be looked at last: it waits from when it came.
    const longest = 30 + Math.ceil(took_ms / 1000);
    expect(waits.filter((seconds) => seconds < 1 || seconds > longest)).toEqual([]);

    // Others are not held up: at another address, signed in, or the platform itself.
    expect((await pledge(platform, { address: anAddress() })).code).toBe('ok');
    expect((await pledge(platform, { address, caller: aCaller() })).code).toBe('ok');
    expect((await pledge(platform)).code).toBe('ok');
  });

  test('may come again once there is a token again', async () => {
    const address = anAddress();
    await pledge(platform, { address });
    await empty();
    expect((await pledge(platform, { address })).code).toBe('TOO_MANY_PLEDGES');
    await platform.db('pledges').query('update buckets set full_at = now()');
    expect((await pledge(platform, { address })).code).toBe('ok');
  });

  test('that are repeated take no token, and are answered where none is left', async () => {
    const address = anAddress();
    const same = { address, key: world.newId(), email: 'gwen@example.org' };
    const { pledge_id } = await pledge(platform, same);
    await empty();
    expect((await pledge(platform, { address })).code).toBe('TOO_MANY_PLEDGES');
    for (const on of [0, 1])
      expect(await pledge(platform, { ...same, on })).toMatchObject({ code: 'ok', pledge_id });
  });

  test('leave no address behind', async () => {
    const address = anAddress();
    await pledge(platform, { address });
    const { rows } = await platform.db('pledges').query('select * from buckets, pledge_origins');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(address);
  });
});

describe('payments that are declined', () => {
  const decline = async (ids: string[]) => {
    const declined = ids.map((id) =>
      delivery('payment.failed', world.newId(), {
        payment_id: world.newId(),
        purpose: { kind: 'pledge', id },
        amount: 100,
        currency: 'EUR',
      }),
    );
    await platform.deliver('pledges', declined);
    await platform.quiet();
  };

  test('more than nine times hold up their address at their campaign, also signed in, and nobody else', async () => {
    const address = anAddress();
    const { campaign_id: another } = await aCampaign(platform);
    const tried = [];
    for (let i = 0; i < 14; i++)
      tried.push((await pledge(platform, { address, caller: aCaller() })).pledge_id);
    await decline(tried.slice(0, 9));
    expect((await pledge(platform, { address })).code).toBe('ok');
    await decline(tried.slice(9));
    const refused = await pledge(platform, { address });
    expect([refused.code, refused.retry_after_s]).toEqual(['TOO_MANY_DECLINED', expect.any(Number)]);
    expect((await pledge(platform, { address, caller: aCaller() })).code).toBe('TOO_MANY_DECLINED');
    expect((await pledge(platform, { address, to: another })).code).toBe('ok');
    expect((await pledge(platform, { address: anAddress() })).code).toBe('ok');
  });

  test('count once, however often they are told', async () => {
    const address = anAddress();
    const { pledge_id } = await pledge(platform, { address });
    const failed = delivery('pledge.failed', pledge_id, {
      pledge_id,
      campaign_id,
      donor_id: world.newId(),
      amount: 100,
      currency: 'EUR',
      figures: noFigures,
    });
    for (let i = 0; i < 12; i++) await platform.deliver('pledges', [failed, failed]);
    expect((await pledge(platform, { address })).code).toBe('ok');
  });
});

describe('a challenge', () => {
  let guarded: TestPlatform;
  let verifier: Server;
  let asked: Record<string, string>[] = [];
  /** The status and body that the verifier answers; undefined: by whether the token is good, each once. */
  let answer: [number, string] | undefined;
  const good = new Set<string>();

  beforeAll(async () => {
    verifier = createServer((req, res) => {
      void text(req).then((body) => {
        const form = Object.fromEntries(new URLSearchParams(body));
        asked.push(form);
        const success =
          req.method === 'POST' && form['secret'] === 's3cret' && good.delete(form['response'] ?? '');
        const [status, verdict] = answer ?? [200, JSON.stringify({ success, hostname: 'give.example' })];
        res.writeHead(status, { 'content-type': 'application/json' }).end(verdict);
      });
    }).listen(0, '127.0.0.1');
    await once(verifier, 'listening');
    const url = `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/siteverify`;
    guarded = await startTestPlatform({
      services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals', 'notifications'],
      settings: { challenge: { url, secret: 's3cret' }, guest_pledges_per_minute: 100 },
    });
  });
  afterAll(async () => {
    await guarded?.stop();
    verifier?.close();
  });
  beforeEach(async () => {
    ({ campaign_id } = await aCampaign(guarded));
    [asked, answer] = [[], undefined];
  });

  test('that a guest has solved opens the door, once', async () => {
    good.add('solved');
    expect((await pledge(guarded, { address: '192.0.2.9', token: 'solved' })).code).toBe('ok');
    expect(asked).toEqual([{ secret: 's3cret', response: 'solved', remoteip: '192.0.2.9' }]);
    expect((await pledge(guarded, { address: '192.0.2.9', token: 'solved' })).code).toBe('CHALLENGE_FAILED');
  });

  test('is not asked of who repeats a pledge, with whatever token', async () => {
    good.add('first');
    const same = { address: '192.0.2.9', key: world.newId(), email: 'gwen@example.org' };
    const first = await pledge(guarded, { ...same, token: 'first' });
    expect(first.code).toBe('ok');
    expect(await pledge(guarded, { ...same, token: 'second' })).toEqual(first);
    expect(await pledge(guarded, same)).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  test('that is missing or wrong makes no pledge', async () => {
    const made = await guarded.count('pledges', 'pledges');
    expect((await pledge(guarded, { address: '192.0.2.9' })).code).toBe('CHALLENGE_FAILED');
    expect((await pledge(guarded, { address: '192.0.2.9', token: 'guessed' })).code).toBe('CHALLENGE_FAILED');
    expect(await guarded.count('pledges', 'pledges')).toBe(made);
  });

  test('is not asked of who is signed in, nor of the platform itself', async () => {
    expect((await pledge(guarded, { address: '192.0.2.9', caller: aCaller() })).code).toBe('ok');
    expect((await pledge(guarded)).code).toBe('ok');
    expect(asked).toEqual([]);
  });

  test.each<[string, [number, string]]>([
    ['fails', [500, 'oops']],
    ['answers nonsense', [200, '{"success":"true"}']],
    ['does not know our secret', [200, '{"success":false,"error-codes":["invalid-input-secret"]}']],
  ])('whose verifier %s lets nobody in', async (_what, broken) => {
    answer = broken;
    good.add('solved');
    expect((await pledge(guarded, { address: '192.0.2.9', token: 'solved' })).code).toBe('UNAVAILABLE');
  });

  test('whose verifier is away lets nobody in', async () => {
    verifier.close();
    verifier.closeAllConnections();
    expect((await pledge(guarded, { address: '192.0.2.9', token: 'solved' })).code).toBe('UNAVAILABLE');
  });
});
