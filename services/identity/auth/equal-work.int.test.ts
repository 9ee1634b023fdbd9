import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';
import type { Node, World } from './fixture.test.ts';

/** The calls of argon2, in order; they work as usual. */
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

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
  await node.call('auth.register', ann);
});
afterAll(() => fixture.stop());
beforeEach(() => {
  asked = [];
});

/** Everything that determines the cost of a verification: algorithm, version, parameters, lengths of salt and hash. */
function costOf(hash: string): string {
  const [, algorithm, version, parameters, ...rest] = hash.split('$');
  return [algorithm, version, parameters, ...rest.map((part) => part.length)].join(' ');
}

test.each([
  ['a wrong password', ann.email],
  ['an unknown address', 'nobody@example.org'],
])('%s costs one verification of a present-day hash, so that its time reveals nothing', async (_, email) => {
  const outcome = outcomeOf(node.call('auth.login', { email, password: 'another password' }));
  expect(await outcome).toBe('CREDENTIALS_WRONG');
  expect(asked).toEqual(['verify argon2id v=19 m=19456,t=2,p=1 22 43']);
});
