import type { Permission } from '#contracts';
import { codeOf } from '#lib/errors';
import { readCaller } from '#lib/signed-caller';
import { world } from '#lib/world';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Authority } from './authority.ts';
import { operator, type Identity } from './identity.ts';

// It looks in each turn, instead of twice a second.
beforeEach(() => {
  jest.spyOn(world, 'sleepUnless').mockImplementation(async () => void (await turns()));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const secret = 'a secret of the nodes';
const identityOf = (user_id: string): Identity => ({ user_id, login_session_id: 's', issued_ms: 0 });

/** What the permissions service would answer; both answers can be held up. */
function aService() {
  const service = {
    permissions: ['ops:read'] as Permission[],
    until: null as string | null,
    changes: { seq: 0, user_ids: [] as string[], everybody: false },
    revocations: {
      seq: 0,
      reset: false,
      login_sessions: [] as object[],
      access_tokens: [] as object[],
      users: [] as object[],
    },
    isAway: false,
    reads: 0,
    hears: 0,
    beforeAnswer: async () => {},
  };
  const call = async (name: string) => {
    if (service.isAway) throw new Error('away');
    if (name === 'permissions.read_changes') {
      service.hears++;
      return service.changes;
    }
    if (name === 'auth.revocations') return service.revocations;
    service.reads++;
    const answer = { permissions: service.permissions, scoped: [], until: service.until };
    await service.beforeAnswer();
    return answer;
  };
  return { service, authority: new Authority({ call } as never, secret) };
}

const outcomeOf = async (authority: Authority, identity: Identity) => {
  try {
    return [...(await authority.callerOf(identity)).permissions];
  } catch (error) {
    return codeOf(error);
  }
};

test('what a user may do is asked for once, and signed for the services', async () => {
  const { service, authority } = aService();
  const ann = identityOf(world.newId());
  await Promise.all([1, 2, 3].map(() => outcomeOf(authority, ann)));
  const caller = await authority.callerOf(ann);
  expect(service.reads).toBe(1);
  expect(readCaller(secret, authority.sign(caller))).toEqual(caller);
  expect(caller).toMatchObject({ user_id: ann.user_id, login_session_id: 's' });
});

test('the operator may do everything, and nobody is asked', async () => {
  const { service, authority } = aService();
  service.isAway = true;
  expect(await outcomeOf(authority, operator)).toContain('ops:verify');
});

test('who has not heard anything yet, or lately, and can not ask, lets nobody in', async () => {
  const { service, authority } = aService();
  const ann = identityOf(world.newId());
  service.isAway = true;
  expect(await outcomeOf(authority, ann)).toBe('UNAVAILABLE');
  service.isAway = false;
  expect(await outcomeOf(authority, ann)).toEqual(['ops:read']);
});

test('a change is taken over with the next look: of one user, or of all', async () => {
  const { service, authority } = aService();
  const [ann, bob] = [identityOf(world.newId()), identityOf(world.newId())];
  for (const who of [ann, bob]) await authority.callerOf(who);
  service.permissions = [];
  service.changes = { seq: 1, user_ids: [ann.user_id], everybody: false };
  authority.start();
  await lookedTwice(service);
  expect(await outcomeOf(authority, ann)).toEqual([]);
  expect(await outcomeOf(authority, bob)).toEqual(['ops:read']);
  service.changes = { seq: 2, user_ids: [], everybody: true };
  await lookedTwice(service);
  expect(await outcomeOf(authority, bob)).toEqual([]);
  await authority.stop();
});

test('an answer from before a change that was heard of meanwhile is used for its request alone', async () => {
  const { service, authority } = aService();
  const ann = identityOf(world.newId());
  await authority.callerOf(identityOf(world.newId()));
  const { promise, resolve } = Promise.withResolvers<void>();
  service.beforeAnswer = () => promise;
  const asking = outcomeOf(authority, ann);
  await turns();
  service.permissions = [];
  service.changes = { seq: 1, user_ids: [ann.user_id], everybody: false };
  authority.start();
  await lookedTwice(service);
  service.beforeAnswer = async () => {};
  resolve();
  expect(await asking).toEqual(['ops:read']);
  expect(await outcomeOf(authority, ann)).toEqual([]);
  await authority.stop();
});

test('who signed out, was deleted, or whose program was ended is let in no more', async () => {
  const { service, authority } = aService();
  const ann = { ...identityOf(world.newId()), login_session_id: 'one', issued_ms: 1000 };
  const other = { ...ann, login_session_id: 'other', issued_ms: 3000 };
  const program = {
    ...ann,
    login_session_id: '',
    access_token: { id: 'p', permissions: new Set(['ops:read'] as const) },
  };
  const nothing = { seq: 1, reset: false, login_sessions: [], access_tokens: [], users: [] };
  const hears = async (revocations: object) => {
    service.revocations = { ...nothing, ...revocations };
    await lookedTwice(service);
    return Promise.all([ann, other, program].map((who) => outcomeOf(authority, who)));
  };
  const [isIn, isOut] = [['ops:read'], 'SIGN_IN_REQUIRED'];
  authority.start();
  expect(await hears({})).toEqual([isIn, isIn, isIn]);
  expect(await hears({ login_sessions: [{ id: 'one' }] })).toEqual([isOut, isIn, isIn]);
  expect(await hears({ access_tokens: [{ id: 'p' }] })).toEqual([isOut, isIn, isOut]);
  const before = new Date(2000).toISOString();
  expect(await hears({ users: [{ id: ann.user_id, before }] })).toEqual([isOut, isIn, isOut]);
  expect(await hears({})).toEqual([isOut, isIn, isOut]);
  await authority.stop();
});

test('a program may do what its user may of what it was let, and no more', async () => {
  const { service, authority } = aService();
  service.permissions = ['ops:read', 'ops:retry'];
  const access_token = { id: 'p', permissions: new Set(['ops:read', 'ops:verify'] as const) };
  expect(await outcomeOf(authority, { ...identityOf(world.newId()), access_token })).toEqual(['ops:read']);
});

test('a grant that ends is not remembered beyond its end', async () => {
  const { service, authority } = aService();
  const ann = identityOf(world.newId());
  service.until = new Date(world.nowMs() - 1).toISOString();
  await authority.callerOf(ann);
  service.permissions = [];
  expect(await outcomeOf(authority, ann)).toEqual([]);
});

const turns = () => new Promise((resolve) => setImmediate(resolve));

/** Resolves once it has asked anew, and taken over what it was answered. */
async function lookedTwice(service: { hears: number }) {
  const before = service.hears;
  while (service.hears < before + 2) await turns();
  await turns();
}
