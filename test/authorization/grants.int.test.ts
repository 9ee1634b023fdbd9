// What rules allow beside what is one's own, by a grant: everywhere or on one campaign, until the grant ends.
import type { Permission } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import { world } from '#lib/world';
import { allActions } from '#test/authorization/actions';
import { crowd } from '#test/authorization/crowd';
import { anEstate, type Estate } from '#test/authorization/estate';
import type { Answer, Client } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';

let it: Fundraising;
let people: ReturnType<typeof crowd>;
let [one, other]: Estate[] = [];

beforeAll(async () => {
  it = await startFundraising();
  people = crowd(it.platform);
  one = await anEstate(it);
  other = await anEstate(it);
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => it?.platform.stop());

interface Use {
  /** Does what the permission allows, with what is somebody else's. */
  ask: (api: Client, of: Estate) => Promise<Answer>;
  /** Of the campaign on which it may be granted alone; without: everywhere or not at all. */
  on?: string;
  /** The permission of the action itself, where that is another one. */
  beside?: Permission;
}

const asking = (name: Parameters<Client['ask']>[0], kind: string, field = 'id', more: object = {}) => ({
  ask: (api: Client, { ids }: Estate) => api.ask(name, { [field]: ids[kind], ...more }),
});

/** How each permission that a rule asks for is used. */
const uses: Partial<Record<Permission, Use>> = {
  'campaigns:read_any': { ...asking('campaigns.get', 'draft'), on: 'draft' },
  'campaigns:manage': {
    ...asking('campaigns.update', 'campaign', 'id', { description: 'Deeper' }),
    on: 'campaign',
  },
  'balances:read_any': {
    ask: (api, { ids }) => api.ask('payments.get_balance', { beneficiary: `campaign:${ids['campaign']}` }),
    on: 'campaign',
  },
  'pledges:read_any': asking('pledges.get', 'guest_pledge'),
  'pledges:manage': asking('pledges.cancel', 'unpaid_pledge'),
  'receipts:read_any': asking('receipts.get', 'receipt'),
  'subscriptions:read_any': asking('subscriptions.get', 'subscription'),
  'subscriptions:manage': asking('subscriptions.pause', 'subscription'),
  'permissions:check': asking('permissions.check', 'user', 'user_id', { permission: 'ops:read' }),
  'roles:read': asking('permissions.list_grants', 'user'),
  'accounts:recover': {
    ask: (api, { account }) => api.ask('auth.issue_reset', { email: account.email, show: true }),
    beside: 'users:manage',
  },
};
const used = Object.entries(uses) as [Permission, Use][];

// What was done already is let in as well: 409.
const isLetIn = async (answer: Promise<Answer>) => ![401, 403, 404].includes((await answer).status);
const isRefused = async (answer: Promise<Answer>) => [403, 404].includes((await answer).status);

/** Members, with a role that allows one thing more. */
async function withOneMore({ beside }: Use, permission: Permission) {
  const api = await it.anyone.register();
  const role = await people.aRole([permission]);
  const id = api.user.id;
  if (beside) await people.grant(id, await people.aRole([beside]));
  return { api, id, role };
}

test('every permission that no action asks for is used here as rules ask for it', () => {
  const asked = new Set<string>(
    allActions.flatMap(({ permission, needs }) => [permission, needs ?? 'anyone']),
  );
  const missing = permissionNames.filter((name) => !asked.has(name) && !uses[name]);
  expect(missing.map((name) => `add to uses, in test/authorization/grants.int.test.ts: ${name}`)).toEqual([]);
});

const FIVE_MINUTES_MS = 5 * 60_000;

test.each(used)(
  '%s is let in while it is granted, and refused before, after it has expired, and once it was revoked',
  async (permission, use) => {
    const { api, id, role } = await withOneMore(use, permission);
    const ask = () => use.ask(api, one!);
    expect(await isRefused(ask())).toBe(true);
    const real = { now: world.now, nowMs: world.nowMs };
    const expires_at = new Date(real.nowMs() + FIVE_MINUTES_MS).toISOString();
    await people.grant(id, role, { expires_at });
    await until(() => isLetIn(ask()));
    jest.spyOn(world, 'nowMs').mockImplementation(() => real.nowMs() + FIVE_MINUTES_MS);
    jest.spyOn(world, 'now').mockImplementation(() => new Date(world.nowMs()).toISOString());
    expect(await isRefused(ask())).toBe(true);
    jest.restoreAllMocks();
    await people.grant(id, role);
    await until(() => isLetIn(ask()));
    await people.operator.call('permissions.revoke_role', { id, name: role });
    await until(() => isRefused(ask()));
  },
);

test.each(used)('%s on one campaign is nothing on another', async (permission, use) => {
  const { api, id, role } = await withOneMore(use, permission);
  const resource = `campaign:${one!.ids[use.on ?? 'campaign']}`;
  await people.grant(id, role, { resource });
  // Another grant that shows when both are known.
  await people.grant(id, await people.aRole(['ops:read']));
  await until(async () => (await api.get('/api/ops/outbox')).status === 200);
  expect(await isRefused(use.ask(api, other!))).toBe(true);
  expect(await (use.on ? isLetIn : isRefused)(use.ask(api, one!))).toBe(true);
  await people.operator.call('permissions.revoke_role', { id, name: role, resource });
  await until(() => isRefused(use.ask(api, one!)));
});
