import { describe, expect, test } from '@jest/globals';
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

describe('where networks are trusted', () => {
  const PROXIES = ['10.0.0.0/8', '192.0.2.128/25', '2001:db8:aa::/48', '::1', '203.0.113.9'];
  const behind = (remote: string, forwarded?: string, networks = PROXIES) =>
    clientReader(networks, silent)(asking(remote, forwarded));

  test.each([
    ['203.0.113.8', '198.51.100.1'],
    ['11.0.0.0', '198.51.100.1'],
    ['192.0.2.127', '198.51.100.1'],
    ['2001:db8:ab::1', '198.51.100.1'],
    ['::2', '198.51.100.1'],
    ['203.0.113.8', '198.51.100.1, 10.0.0.1'],
    ['203.0.113.8', '10.0.0.1'],
    ['::ffff:203.0.113.8', '198.51.100.1'],
    ['::ffff:cb00:7108', '198.51.100.1'],
  ])(
    'who connects from elsewhere (%s) is where they connect from, whatever they write: %s',
    (remote, forwarded) => {
      expect(behind(remote, forwarded)).toEqual(behind(remote));
    },
  );

  test.each([
    ['10.0.0.0', '198.51.100.1', '198.51.100.1'],
    ['10.255.255.255', '198.51.100.1', '198.51.100.1'],
    ['192.0.2.128', '198.51.100.1', '198.51.100.1'],
    ['203.0.113.9', '198.51.100.1', '198.51.100.1'],
    ['2001:db8:aa:ffff::1', '198.51.100.1', '198.51.100.1'],
    ['2001:0DB8:00AA::1', '198.51.100.1', '198.51.100.1'],
    ['::1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['::ffff:a01:203', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '::ffff:c633:6401', '198.51.100.1'],
    ['10.0.0.1', '0:0:0:0:0:ffff:198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['10.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
    ['10.0.0.1', '  198.51.100.1  ', '198.51.100.1'],
    // Chains: of those who are trusted each says whom it was asked by; what stands left of the first other is a client's.
    ['10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1, 192.0.2.200, [2001:db8:aa::5]:80,::1', '198.51.100.1'],
    ['10.0.0.1', '192.0.2.77, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['10.0.0.1', '10.9.9.9, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', 'nonsense, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    // What a trusted one writes that is no address tells nothing: then it counts itself.
    ['10.0.0.1', 'nonsense', '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', ',', '10.0.0.1'],
    ['10.0.0.1', 'unknown, 10.0.0.2', '10.0.0.2'],
    ['10.0.0.1', '198.51.100.1, nonsense', '10.0.0.1'],
    ['10.0.0.1', '198.51.100.256', '10.0.0.1'],
    ['10.0.0.1', '010.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '0x7f000001', '10.0.0.1'],
    ['10.0.0.1', '3325256705', '10.0.0.1'],
    ['10.0.0.1', '198.51.100.1 198.51.100.2', '10.0.0.1'],
    ['10.0.0.1', '[::1', '10.0.0.1'],
    ['10.0.0.1', `${'1'.repeat(5000)}`, '10.0.0.1'],
    ['10.0.0.1', `${'198.51.100.1, '.repeat(1000)}192.0.2.9`, '192.0.2.9'],
  ])('of %s, which was told %j, the client is at %s', (remote, forwarded, ip) => {
    expect(behind(remote, forwarded).ip).toBe(ip);
  });

  test.each([['::ffff:10.0.0.0/104'], ['10.0.0.0/8'], ['0.0.0.0/0']])(
    'a network of IPv4 is the same in either notation: %s',
    (network) => {
      expect(behind('10.0.0.1', '198.51.100.1', [network]).ip).toMatch(/^198/);
      expect(behind('::ffff:10.0.0.1', '198.51.100.1', [network]).ip).toMatch(/^198/);
    },
  );

  test('one that trusts no IPv6 trusts none', () => {
    expect(behind('2001:db8::1', '198.51.100.1', ['0.0.0.0/0']).ip).toBe('2001:db8::1');
  });
});

test('two spellings of one address have one limit', () => {
  const limitOf = (ip: string) => from(1, ip).address;
  expect(limitOf('::ffff:c000:207')).toBe(limitOf('192.0.2.7'));
  expect(limitOf('2001:DB8:1:2:3::')).toBe(limitOf('2001:db8:1:2:ffff:ffff:ffff:ffff'));
});

test('no header but X-Forwarded-For is read', () => {
  const read = clientReader(1, silent);
  const headers = {
    forwarded: 'for=192.0.2.7',
    'x-real-ip': '192.0.2.7',
    'x-client-ip': '192.0.2.7',
    'true-client-ip': '192.0.2.7',
    'cf-connecting-ip': '192.0.2.7',
    'x-forwarded': '192.0.2.7',
  };
  expect(read({ headers, socket: { remoteAddress: '10.0.0.1' } }).ip).toBe('10.0.0.1');
});
