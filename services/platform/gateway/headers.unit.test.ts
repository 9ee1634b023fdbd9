import { expect, test } from '@jest/globals';
import { networkOf } from './headers.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  [undefined, ''],
])('a client at %s counts as one with all of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
