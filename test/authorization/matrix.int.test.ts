// Every action × everybody who calls it, over HTTP and on the bus: let in exactly where what they may do says so.
import type { ActionName, Permission } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import type { Caller } from '#lib/caller';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import {
  allActions,
  allBut,
  allowedTo,
  guardedActions,
  roleNames,
  type CalledAction,
} from '#test/authorization/actions';
import { crowd, type Person } from '#test/authorization/crowd';
import { paramsOf } from '#test/authorization/samples';
import type { Answer, Sending } from '#test/client';
import { metaOf, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

let platform: TestPlatform;
let people: ReturnType<typeof crowd>;
let roles: Person[];
/** For each permission one who has all others, by a role of their own. */
let lacking: Map<Permission, Person>;

beforeAll(async () => {
  platform = await startTestPlatform();
  people = crowd(platform);
  roles = await people.withRoles(roleNames.map((role) => ({ who: role, role, allowed: allowedTo(role) })));
  const others = await people.withRoles(
    permissionNames.map((name) => ({ who: `all but ${name}`, allowed: allBut(name) })),
  );
  lacking = new Map(permissionNames.map((name, i) => [name, others[i]!]));
});
afterAll(() => platform?.stop());

// They would end the account, and end the login session: last.
const LAST = ['auth.delete', 'auth.logout'];
const inOrder = (actions: CalledAction[]) =>
  actions.toSorted((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));

const keyed = (headers: Record<string, string> = {}): Sending => ({
  headers: { 'idempotency-key': world.newId(), ...headers },
});

/** A request that its contract takes. */
const good = ({ api }: Person, { name, params }: CalledAction) => api.ask(name, paramsOf(params), keyed());

/** The same with a field that nothing has. */
const withMore = ({ api }: Person, { name, params }: CalledAction) =>
  api.ask(name, { ...paramsOf(params), nothing_like_it: 1 }, keyed());

/** One that can't even be read: ids that are none, a body that is no JSON and compressed, a bad key, versions that are none. */
const bad = ({ api }: Person, { method, path }: CalledAction) =>
  api.send(method, `${path.replaceAll(/:\w+/g, 'none')}?limit=none`, {
    ...(method !== 'GET' && { body: '{"a":' }),
    headers: { 'if-match': 'none', 'content-encoding': 'gzip', 'idempotency-key': 'x'.repeat(300) },
  });

/** What became of it: let in, asked to sign in, or the permission that was missed. */
const outcomeOf = ({ status, body }: Answer): string => {
  if (status === 401 && body['code'] === 'SIGN_IN_REQUIRED') return 'must sign in';
  if (status === 403 && body['code'] === 'PERMISSION_DENIED') return `lacks ${String(body['permission'])}`;
  return 'let in';
};

const expected = ({ allowed }: Pick<Person, 'allowed'>, { needs }: CalledAction) =>
  needs && !allowed.has(needs) ? `lacks ${needs}` : 'let in';

/** What differs from what is expected, by who called what. */
async function differing(
  callers: Person[],
  actions: CalledAction[],
  ask: (who: Person, action: CalledAction) => Promise<Answer>,
): Promise<string[]> {
  const found: string[] = [];
  for (const action of inOrder(actions))
    await Promise.all(
      callers.map(async (who) => {
        const [is, shouldBe] = [outcomeOf(await ask(who, action)), expected(who, action)];
        // Beside its own permission an action may ask for more, by what is asked of it.
        const isMore = shouldBe === 'let in' && is !== 'must sign in' && is !== `lacks ${action.needs}`;
        if (is !== shouldBe && !isMore) found.push(`${action.name} by ${who.who}: ${is}, not ${shouldBe}`);
      }),
    );
  return found;
}

const of = (callers: number, actions: number) => `${callers} × ${actions} = ${callers * actions}`;

test(`over HTTP no wrong request gets further than a good one: ${of(2 * roleNames.length, guardedActions.length)}`, async () => {
  expect(await differing(roles, guardedActions, withMore)).toEqual([]);
  expect(await differing(roles, guardedActions, bad)).toEqual([]);
});

test(`over HTTP all other permissions together are not the one that is missing: ${of(2, guardedActions.length)}`, async () => {
  for (const action of guardedActions)
    for (const ask of [good, bad])
      expect(await differing([lacking.get(action.needs!)!], [action], ask)).toEqual([]);
});

test(`a program does what it was let and nothing else, whatever its user may: ${of(2, guardedActions.length)}`, async () => {
  const admin = roles.find(({ who }) => who === 'admin')!;
  const programs: Person[] = [];
  for (const name of permissionNames) programs.push(await people.aProgram(admin, `let ${name}`, [name]));
  for (const action of guardedActions) {
    const own = permissionNames.indexOf(action.needs!);
    const two = [programs[own]!, programs[(own + 1) % programs.length]!];
    expect(await differing(two, [action], withMore)).toEqual([]);
  }
});

test(`a program does no more than its user may, whatever it was let: ${of(1, guardedActions.length)}`, async () => {
  const [admin] = await people.withRoles([{ who: 'once an admin', role: 'admin', allowed: permissionNames }]);
  const program = await people.aProgram(admin!, 'of a member', [...permissionNames]);
  const id = admin!.user_id;
  await people.grant(id, 'member');
  await people.operator.call('permissions.revoke_role', { id, name: 'admin' });
  await until(async () => (await program.api.get('/api/users')).status === 403);
  const left = { ...program, allowed: allowedTo('member') };
  expect(await differing([left], guardedActions, withMore)).toEqual([]);
});

const callerWith = (permissions: Iterable<Permission>): Caller => ({
  user_id: world.newId(),
  permissions: new Set(permissions),
  scoped: new Map(),
});

/** How a service answers a call without params, or with one that nothing has. */
const onTheBus = (name: ActionName, meta: object) =>
  platform.nodes[0]!.call(name, { nothing_like_it: 1 }, { meta }).then(
    () => 'let in',
    (error) => String(codeOf(error)),
  );

const REFUSALS = ['SIGN_IN_REQUIRED', 'PERMISSION_DENIED', 'CALLER_FORGED'];

test(`on the bus each service asks by itself: ${of(permissionNames.length + roleNames.length + 2, allActions.length)}`, async () => {
  const { settings } = platform;
  const callers = [
    ...roleNames.map((role) => ({ who: role, allowed: allowedTo(role) })),
    ...permissionNames.map((name) => ({ who: `${name} alone`, allowed: new Set([name]) })),
  ];
  const found: string[] = [];
  for (const { name, needs, permission } of allActions) {
    const hold = async (who: string, meta: object, refusal: string | null) => {
      const is = await onTheBus(name, meta);
      if (refusal ? is !== refusal : REFUSALS.includes(is)) found.push(`${name} by ${who}: ${is}`);
    };
    const isOpen = permission === 'anyone' || permission === 'internal';
    await hold('nobody', {}, isOpen ? null : 'SIGN_IN_REQUIRED');
    const lacking = needs ? [{ who: 'all others', allowed: new Set(allBut(needs)) }] : [];
    for (const { who, allowed } of [...callers, ...lacking]) {
      const meta = metaOf(settings, { caller: callerWith(allowed) });
      await hold(who, meta, needs && !allowed.has(needs) ? 'PERMISSION_DENIED' : null);
    }
  }
  expect(found).toEqual([]);
});

test(`on the bus no action takes a caller whom no gateway has signed, or one of long ago: ${of(3, allActions.length)}`, async () => {
  const admin = callerWith(permissionNames);
  const own = metaOf(platform.settings, { caller: admin }).signed_caller!;
  const forged = [
    metaOf({ caller_secret: 'of somebody else' }, { caller: admin }).signed_caller!,
    own.replace(admin.user_id, world.newId()),
    '',
  ];
  for (const { name } of allActions)
    for (const signed_caller of forged) expect(await onTheBus(name, { signed_caller })).toBe('CALLER_FORGED');
  const now_ms = world.nowMs();
  const clock = jest.spyOn(world, 'nowMs').mockImplementation(() => now_ms + 61_000);
  const late = await Promise.all(allActions.map(({ name }) => onTheBus(name, { signed_caller: own })));
  clock.mockRestore();
  expect([...new Set(late)]).toEqual(['CALLER_FORGED']);
});

// Last: it signs out.
test(`over HTTP each role is let in to what it allows, with good requests: ${of(roleNames.length, guardedActions.length)}`, async () => {
  expect(await differing(roles, guardedActions, good)).toEqual([]);
});
