import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';
import type { Node, World } from './fixture.test.ts';

/** What argon2 was asked for, in order. It does it as ever. */
let asked: string[] = [];
jest.unstable_mockModule('@node-rs/argon2', () => ({
  ...argon2,
  hash: (...args: Parameters<typeof argon2.hash>) => (asked.push('hash'), argon2.hash(...args)),
  verify(...args: Parameters<typeof argon2.verify>) {
    asked.push(`verify ${costOf(String(args[0]))}`);
    return argon2.verify(...args);
  },
}));
const { ann, freshWorld, outcomeOf } = await import('./fixture.test.ts');

let house: World;
let node: Node;

beforeAll(async () => {
  house = await freshWorld();
  node = await house.node();
  await node.call('auth.register', ann);
});
afterAll(() => house.stop());
beforeEach(() => {
  asked = [];
});

/** All that decides how long a hash takes to verify: algorithm, version, parameters; how long salt and hash are. */
function costOf(hash: string): string {
  const [, algorithm, version, parameters, ...rest] = hash.split('$');
  return [algorithm, version, parameters, ...rest.map((part) => part.length)].join(' ');
}

test.each([
  ['a wrong password', ann.email],
  ['an address of nobody', 'nobody@example.org'],
])('%s costs one verification of a hash of today, so that its time tells nothing', async (_, email) => {
  const outcome = outcomeOf(node.call('auth.login', { email, password: 'another password' }));
  expect(await outcome).toBe('CREDENTIALS_WRONG');
  expect(asked).toEqual(['verify argon2id v=19 m=19456,t=2,p=1 22 43']);
});
