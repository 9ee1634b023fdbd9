import { expect, test } from '@jest/globals';
import { clientReader } from './clients.ts';

const silent = () => {};
const asking = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});
const from = (trusted: number, forwarded?: string, remote: string | undefined = '10.0.0.1') =>
  clientReader(trusted, silent)(asking(remote, forwarded));

test('without a trusted proxy the connection counts, whatever a header says', () => {
  expect(from(0, '192.0.2.7')).toEqual({ address: '10.0.0.1', ip: '10.0.0.1' });
});

test.each([
  [1, '192.0.2.7', '192.0.2.7'],
  [1, '203.0.113.66, 192.0.2.7', '192.0.2.7'],
  [2, '203.0.113.66, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
  [1, '192.0.2.7:4711', '192.0.2.7'],
  [1, '::ffff:192.0.2.7', '192.0.2.7'],
  [1, '[2001:DB8:0:0::7]:443', '2001:db8::7'],
  [1, 'fe80::1%eth0', 'fe80::1'],
])(
  'behind %d proxies the client of %j is at %s: what a client wrote itself does not count',
  (trusted, forwarded, ip) => {
    expect(from(trusted, forwarded).ip).toBe(ip);
  },
);

test.each([
  [1, undefined],
  [1, ''],
  [1, 'unknown'],
  [1, '192.0.2.7, nonsense'],
  [2, '192.0.2.7'],
])('where %d proxies have written %j the connection counts', (trusted, forwarded) => {
  expect(from(trusted, forwarded).ip).toBe('10.0.0.1');
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
])('a client at %s has the limits of %s', (ip, address) => {
  expect(from(0, undefined, ip).address).toBe(address);
  expect(from(1, ip).address).toBe(address);
});

test('a connection that has ended has no address', () => {
  expect(clientReader(0, silent)(asking(undefined))).toEqual({ address: '', ip: '' });
});

test('an operator is told once that a proxy is not trusted', () => {
  const told: string[] = [];
  const read = clientReader(0, (message) => told.push(message));
  for (let i = 0; i < 3; i++) read(asking('10.0.0.1', '192.0.2.7'));
  expect(told).toEqual([expect.stringContaining('TRUSTED_PROXIES')]);
  clientReader(1, (message) => told.push(message))(asking('10.0.0.1', '192.0.2.7'));
  expect(told).toHaveLength(1);
});
