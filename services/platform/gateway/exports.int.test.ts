import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { anEntry, download, type Download } from '#test/download';
import { until } from '#test/platform';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Exports } from './exports.ts';
import { bearer, startGateway, type TestGateway } from './fixture.test.ts';

const PATH = '/api/exports/ledger';
const authorization = bearer('admin');
// More than the buffers of any kernel hold, so that it stays unsent on a connection that is held back.
const MORE_THAN_IT_HOLDS = 'x'.repeat(100_000);

let gateway: TestGateway;
/** The cursors of the pages that were asked for. */
let asked: (string | undefined)[];
let pages: number;
let padding: string;
let opened: Download[];
/** The server's ends of them, in the same order. */
let connections: Socket[];

beforeEach(async () => {
  gateway = await startGateway();
  [asked, pages, padding, opened, connections] = [[], 3, '', [], []];
  gateway.server.on('connection', (socket: Socket) => connections.push(socket));
  gateway.handlers['payments.export_ledger'] = async ({ params }) =>
    page(params['cursor'] as string | undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const each of opened) each.leave();
  await gateway.node.stop();
});

async function page(cursor: string | undefined) {
  asked.push(cursor);
  const n = Number(cursor ?? 1);
  return { data: [anEntry(n, padding)], next_cursor: n < pages ? String(n + 1) : null };
}

/** An export on a connection of its own. */
async function open(path = PATH, headers: Record<string, string> = {}): Promise<Download> {
  const opening = await download(`${gateway.url}${path}`, { authorization, ...headers });
  opened.push(opening);
  return opening;
}

const exportsOf = () => gateway.node.getLocalService('gateway') as unknown as { exports: Exports };

/** Holds back the second page until it is released. */
function holdSecond(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const answer = gateway.handlers['payments.export_ledger']!;
  gateway.handlers['payments.export_ledger'] = async (ctx) => {
    if (ctx.params['cursor'] === '2') await promise;
    return answer(ctx);
  };
  return resolve;
}

/** An export whose client takes nothing after the first page. */
async function openSlow(): Promise<Download> {
  const release = holdSecond();
  padding = MORE_THAN_IT_HOLDS;
  const slow = await open();
  await until(() => isRow(1)(slow.text()));
  const connection = connections.at(-1)!;
  connection.cork();
  release();
  await until(() => connection.writableNeedDrain);
  return slow;
}

const isRow = (n: number) => (text: string) => text.includes(`entry ${n}`);

test('an export is one file of all pages, in their order', async () => {
  const { status, headers, text, ended, isWhole } = await open();
  await ended;
  expect([status, isWhole(), asked]).toEqual([200, true, [undefined, '2', '3']]);
  expect(text()).toBe(
    [
      '\uFEFFid,kind,debit,credit,amount,amount_decimal,currency,at',
      'entry 1,posted,,b,1,0.01,EUR,',
      'entry 2,posted,,b,2,0.02,EUR,',
      'entry 3,posted,,b,3,0.03,EUR,',
      '',
    ].join('\r\n'),
  );
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept',
  });
  expect(headers['content-disposition']).toMatch(/^attachment; filename="ledger-\d{4}-\d\d-\d\d\.csv"$/);
  expect(headers['x-request-id']).toBeDefined();
});

test('an export without rows is a head alone; as JSON Lines it is empty', async () => {
  gateway.handlers['payments.export_ledger'] = async () => ({ data: [], next_cursor: null });
  const [csv, jsonl] = [await open(), await open(`${PATH}?format=jsonl`)];
  await Promise.all([csv.ended, jsonl.ended]);
  expect([csv.isWhole(), jsonl.isWhole()]).toEqual([true, true]);
  expect(csv.text()).toBe('\uFEFFid,kind,debit,credit,amount,amount_decimal,currency,at\r\n');
  expect([jsonl.headers['content-type'], jsonl.text()]).toEqual(['application/jsonl', '']);
});

test('a file of a campaign has its name', async () => {
  const id = world.newId();
  gateway.handlers['pledges.export_donors'] = async () => ({ data: [], next_cursor: null });
  const { headers } = await open(`/api/campaigns/${id}/exports/donors?format=jsonl`, {
    authorization: bearer(),
  });
  expect(headers['content-disposition']).toContain(`filename="${id}-donors-`);
});

test('rows are sent before the next page is read', async () => {
  const release = holdSecond();
  const { text, ended } = await open();
  await until(() => isRow(1)(text()));
  expect(text()).not.toContain('entry 2');
  release();
  await ended;
  expect(text()).toContain('entry 3');
});

test('every page is asked for by the caller, with the fields of the request', async () => {
  const callers: unknown[] = [];
  const answer = gateway.handlers['payments.export_ledger']!;
  gateway.handlers['payments.export_ledger'] = async (ctx) => {
    callers.push([ctx.meta.caller?.permissions.has('ledger:export'), ctx.params['from'], ctx.requestID]);
    return answer(ctx);
  };
  const { ended } = await open(`${PATH}?from=2026-01-01T00:00:00Z`, { 'x-request-id': 'mine' });
  await ended;
  expect(callers).toEqual(Array(3).fill([true, '2026-01-01T00:00:00Z', 'mine']));
});

test('no page is read for a client that has not taken the last; it holds up nobody', async () => {
  const slow = await openSlow();
  expect(asked).toEqual([undefined, '2']);
  const quick = await open();
  await quick.ended;
  expect(asked).toEqual([undefined, '2', undefined, '2', '3']);
  connections[0]!.uncork();
  await slow.ended;
  expect([slow.isWhole(), slow.text()]).toEqual([true, quick.text()]);
});

test('a client that leaves ends it', async () => {
  pages = Infinity;
  const { leave, text } = await open();
  await until(() => isRow(5)(text()));
  leave();
  await until(() => exportsOf().exports.count === 0);
  const before = asked.length;
  pages = 1;
  await (
    await open()
  ).ended;
  // Its own page, and the other's that was under way.
  expect(asked.length - before).toBeLessThanOrEqual(2);
  expect(gateway.logged).toEqual([]);
});

test('a client that takes nothing for 30 s is cut off', async () => {
  const slept: number[] = [];
  // After the first page, time goes by when the test says so.
  const gone = Promise.withResolvers<void>();
  jest.spyOn(world, 'sleepUnless').mockImplementation(async (woken, ms) => {
    slept.push(ms);
    await (asked.length === 1 ? woken : gone.promise);
  });
  const { isWhole, ended } = await openSlow();
  gone.resolve();
  await ended;
  expect(slept.at(-1)).toBe(30_000);
  expect(isWhole()).toBe(false);
  await until(() => exportsOf().exports.count === 0);
});

test('where a page fails the file is cut off: it is not whole, and says nothing of the error', async () => {
  const answer = gateway.handlers['payments.export_ledger']!;
  gateway.handlers['payments.export_ledger'] = async (ctx) => {
    if (ctx.params['cursor'] === '3') throw fail('UNAVAILABLE');
    return answer(ctx);
  };
  const release = holdSecond();
  const { status, text, ended, isWhole } = await open();
  await until(() => isRow(1)(text())); // a reset takes what is not read yet
  release();
  await ended;
  expect([status, isWhole()]).toEqual([200, false]);
  expect(text()).not.toContain('UNAVAILABLE');
  expect(gateway.logged).toEqual([expect.stringMatching(/^\S+ payments\.export_ledger was cut off/)]);
});

test('to HTTP/1.0, where a body ends with its connection, a cut is a reset', async () => {
  pages = Infinity;
  const socket = connect(gateway.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.write(`GET ${PATH} HTTP/1.0\r\nauthorization: ${authorization}\r\n\r\n`);
  await until(() => isRow(3)(text));
  const failed = once(socket, 'error');
  exportsOf().exports.close();
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }]);
});

test('what fails before the first row is a problem', async () => {
  gateway.handlers['payments.export_ledger'] = async () => {
    throw fail('UNAVAILABLE');
  };
  const { status, headers } = await open();
  expect([status, headers['content-type']]).toEqual([503, 'application/problem+json']);
  const { status: denied } = await open(PATH, { authorization: bearer() });
  expect(denied).toBe(403);
  await until(() => exportsOf().exports.count === 0);
});

test('a format that there is not is refused, and so is a cursor: clients get the whole', async () => {
  for (const [query, message] of [
    ['format=xml', 'must be one of csv, jsonl'],
    ['cursor=2', 'is not a field of this request: leave it out'],
  ] as const) {
    const { status, json } = await gateway.ask('GET', `${PATH}?${query}`, { authorization });
    const pointer = `/${query.split('=')[0]!}`;
    expect([status, json['errors']]).toEqual([400, [{ pointer, message }]]);
  }
  expect(asked).toEqual([]);
});

test('a caller has two at once; the third is refused until one has ended', async () => {
  pages = Infinity;
  const [one] = [await open(), await open()];
  const { status, json } = await gateway.ask('GET', PATH, { authorization });
  expect([status, json['code']]).toEqual([429, 'EXPORTS_UNDER_WAY']);
  one.leave();
  await until(() => exportsOf().exports.count === 1);
  expect((await open()).status).toBe(200);
});

test('beyond the limit of all callers an export is BUSY, and costs no page', async () => {
  Object.assign(exportsOf(), { exports: new Exports(gateway.node, { limit: 1 }) });
  const release = holdSecond();
  await open();
  const { status, headers } = await gateway.ask('GET', PATH, { authorization });
  expect([status, headers['retry-after'], asked]).toEqual([503, '1', [undefined]]);
  release();
});

test('however many are under way, two pages are read at once', async () => {
  const { exports } = exportsOf();
  // Callers of their own: only what is read is limited here.
  jest.spyOn(exports, 'admit').mockImplementation(() => {});
  pages = 10;
  let reading = 0;
  let most = 0;
  gateway.handlers['payments.export_ledger'] = async ({ params }) => {
    const cursor = params['cursor'] as string | undefined;
    if (cursor === undefined) return page(cursor);
    most = Math.max(most, ++reading);
    await new Promise(setImmediate);
    reading--;
    return page(cursor);
  };
  const all = await Promise.all(Array.from({ length: 8 }, () => open()));
  await Promise.all(all.map(({ ended }) => ended));
  expect([most, all.every(({ isWhole }) => isWhole())]).toEqual([2, true]);
});

test('a stop cuts off what is under way, and waits for none', async () => {
  pages = Infinity;
  const { text, ended, isWhole } = await open();
  await until(() => isRow(3)(text()));
  // Time stands still: a wait for anybody would never end.
  jest.spyOn(world, 'sleepUnless').mockImplementation((woken) => woken);
  await gateway.node.stop();
  await ended;
  expect(isWhole()).toBe(false);
});
