import { addMs, world } from '#lib/world';
import type { Client, Sending } from '#test/client';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { refused, type Line } from '#test/journeys/refused';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
let pledge_id: string;
let payment_id: string;
let stranger: Client;
const campaigns = { closed: '', draft: '', unknown: world.newId() };
let before: Record<string, number>;
const usedKey = world.newId();
const wish = () => ({ campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' });

beforeAll(async () => {
  it = await startFundraising();
  stranger = await it.anyone.register('Stan');
  campaigns.draft = (await it.owner.call('campaigns.create', aDraft())).id;
  campaigns.closed = (await it.owner.call('campaigns.create', aDraft())).id;
  await it.owner.call('campaigns.publish', { id: campaigns.closed });
  await it.owner.call('campaigns.close', { id: campaigns.closed });
  const pledge = await it.donor.call('pledges.create', wish(), { idempotency_key: usedKey });
  await it.platform.quiet();
  ({ pledge_id } = pledge);
  payment_id = await it.provider.open(pledge.payment_url);
  before = await rows();
});
afterAll(() => it?.platform.stop());

/** The number of rows of everything that a request could create. */
async function rows(): Promise<Record<string, number>> {
  const tables = {
    campaigns: ['campaigns', 'transitions', 'inbox'],
    pledges: ['pledges', 'transitions', 'inbox'],
    payments: ['payments', 'webhooks', 'inbox'],
    sandbox: ['sandbox_payments'],
    users: ['users'],
  };
  const counts: Record<string, number> = {};
  for (const [service, names] of Object.entries(tables))
    for (const name of names) counts[`${service}.${name}`] = await it.platform.count(service, name);
  return counts;
}

const keyed = (sending: Sending = {}): Sending => ({ idempotency_key: world.newId(), ...sending });
const pledging = (changes: object) => it.donor.post('/api/pledges', { ...wish(), ...changes }, keyed());
const raw = (body: string, headers = {}) => it.donor.post('/api/pledges', body, keyed({ headers }));
const drafting = (changes: object) => it.owner.post('/api/campaigns', { ...aDraft(), ...changes });

const pledges: Line[] = [
  ['an unknown campaign', () => pledging({ campaign_id: campaigns.unknown }), 404, 'CAMPAIGN_NOT_FOUND'],
  ['a closed campaign', () => pledging({ campaign_id: campaigns.closed }), 409, 'CAMPAIGN_NOT_OPEN'],
  ['a draft', () => pledging({ campaign_id: campaigns.draft }), 404, 'CAMPAIGN_NOT_FOUND'],
  ['no id of a campaign', () => pledging({ campaign_id: 'well' }), 400, 'VALIDATION_FAILED', '/campaign_id'],
  ['another currency', () => pledging({ currency: 'USD' }), 422, 'CURRENCY_MISMATCH', '/currency'],
  ['no currency', () => pledging({ currency: 'EURO' }), 400, 'VALIDATION_FAILED', '/currency'],
  ...[0, -1, 1.5, 2 ** 53, '100', null, undefined, [], true].map((amount): Line => [
    `the amount ${JSON.stringify(amount)}`,
    () => pledging({ amount }),
    400,
    'VALIDATION_FAILED',
    '/amount',
  ]),
  ['a message too long', () => pledging({ message: 'a'.repeat(1001) }), 400, 'VALIDATION_FAILED', '/message'],
  ['an unknown field', () => pledging({ colour: 'red' }), 400, 'VALIDATION_FAILED', '/colour'],
  [
    'somebody else as donor',
    () => pledging({ donor_id: campaigns.unknown }),
    400,
    'VALIDATION_FAILED',
    '/donor_id',
  ],
  ['a status', () => pledging({ status: 'CAPTURED' }), 400, 'VALIDATION_FAILED', '/status'],
  [
    'a prototype',
    () => raw(JSON.stringify(wish()).replace('{', '{"__proto__":{"amount":5},')),
    400,
    'VALIDATION_FAILED',
    '/__proto__',
  ],
  [
    'a query over the body',
    () => it.donor.post('/api/pledges?amount=5', wish(), keyed()),
    400,
    'VALIDATION_FAILED',
    '/amount',
  ],
  ['no Idempotency-Key', () => it.donor.post('/api/pledges', wish()), 400, 'IDEMPOTENCY_KEY_REQUIRED'],
  [
    'an Idempotency-Key of 256 characters',
    () => it.donor.post('/api/pledges', wish(), { idempotency_key: 'k'.repeat(256) }),
    400,
    'VALIDATION_FAILED',
    '',
  ],
  [
    'a used Idempotency-Key with another body',
    () => it.donor.post('/api/pledges', { ...wish(), amount: 7 }, { idempotency_key: usedKey }),
    422,
    'IDEMPOTENCY_KEY_REUSED',
  ],
];

const bodies: Line[] = [
  ['9 MB', () => raw(JSON.stringify({ message: 'a'.repeat(9_000_000) })), 413, 'BODY_TOO_LARGE'],
  [
    'JSON nested 1,000 deep',
    () => raw('{"a":'.repeat(1000) + '1' + '}'.repeat(1000)),
    400,
    'BODY_UNREADABLE',
  ],
  ['JSON that is cut off', () => raw(JSON.stringify(wish()).slice(0, -3)), 400, 'BODY_UNREADABLE'],
  ['a list', () => raw(JSON.stringify([wish()])), 400, 'BODY_UNREADABLE'],
  [
    'plain text',
    () => raw(JSON.stringify(wish()), { 'content-type': 'text/plain' }),
    415,
    'BODY_TYPE_UNSUPPORTED',
  ],
  ['NUL in a text', () => drafting({ title: 'A\0well' }), 400, 'VALIDATION_FAILED', '/title'],
  ['half a surrogate pair', () => drafting({ title: 'A \ud800 well' }), 400, 'VALIDATION_FAILED', '/title'],
];

const callers: Line[] = [
  ['no token', () => it.anyone.post('/api/pledges', wish(), keyed()), 401, 'SIGN_IN_REQUIRED'],
  ...['Bearer nonsense', 'Bearer a.b.c', 'Basic YTpi', 'Bearer'].map((authorization): Line => [
    `the Authorization '${authorization}'`,
    () => it.anyone.post('/api/pledges', wish(), keyed({ headers: { authorization } })),
    401,
    'SIGN_IN_REQUIRED',
  ]),
  ["another donor's pledge", () => stranger.get(`/api/pledges/${pledge_id}`), 404, 'PLEDGE_NOT_FOUND'],
  [
    "to cancel another's pledge",
    () => stranger.post(`/api/pledges/${pledge_id}/cancel`),
    404,
    'PLEDGE_NOT_FOUND',
  ],
  ["another's draft", () => stranger.get(`/api/campaigns/${campaigns.draft}`), 404, 'CAMPAIGN_NOT_FOUND'],
  [
    "to publish another's draft",
    () => stranger.post(`/api/campaigns/${campaigns.draft}/publish`),
    404,
    'CAMPAIGN_NOT_FOUND',
  ],
  [
    "to close another's campaign",
    () => stranger.post(`/api/campaigns/${it.campaign_id}/close`),
    403,
    'PERMISSION_DENIED',
  ],
  [
    'payments, as a donor',
    () => it.donor.get(`/api/payments?purpose_id=${pledge_id}`),
    403,
    'PERMISSION_DENIED',
  ],
  [
    'webhooks, as a donor',
    () => it.donor.get(`/api/payments/${payment_id}/webhooks`),
    403,
    'PERMISSION_DENIED',
  ],
];

const paths: Line[] = [
  ['an unknown route', () => it.donor.get('/api/nothing'), 404, 'ROUTE_NOT_FOUND'],
  [
    'an unknown method',
    () => it.donor.send('DELETE', `/api/pledges/${pledge_id}`),
    405,
    'METHOD_NOT_ALLOWED',
  ],
  ['an internal action', () => it.donor.get('/api/campaigns/x/view'), 404, 'ROUTE_NOT_FOUND'],
  ['an id that is no UUID', () => it.donor.get('/api/pledges/5'), 400, 'VALIDATION_FAILED', '/id'],
  [
    'an id in the body too',
    () => it.owner.post(`/api/campaigns/${campaigns.draft}/publish`, { id: it.campaign_id }),
    400,
    'VALIDATION_FAILED',
    '/id',
  ],
  ['a bad cursor', () => it.donor.get('/api/pledges?cursor=nonsense'), 400, 'VALIDATION_FAILED', '/cursor'],
  ...['0', '101', 'abc', '-1', '1.5', ''].map((limit): Line => [
    `a limit of '${limit}'`,
    () => it.donor.get(`/api/pledges?limit=${limit}`),
    400,
    'VALIDATION_FAILED',
    '/limit',
  ]),
  ['a limit twice', () => it.donor.get('/api/pledges?limit=1&limit=2'), 400, 'VALIDATION_FAILED', '/limit'],
  [
    'an unknown filter',
    () => it.anyone.get('/api/campaigns?colour=red'),
    400,
    'VALIDATION_FAILED',
    '/colour',
  ],
  [
    'an unknown status',
    () => it.anyone.get('/api/campaigns?status=OPEN'),
    400,
    'VALIDATION_FAILED',
    '/status',
  ],
  [
    'totals of nothing',
    () => it.anyone.get(`/api/campaigns/${campaigns.unknown}/totals`),
    404,
    'CAMPAIGN_NOT_FOUND',
  ],
  ['a link to pay nothing', () => it.anyone.get(`/pay/${campaigns.unknown}`), 404, 'PAYMENT_NOT_FOUND'],
  [
    'a script for no payment',
    () => it.anyone.post(`/sandbox/payments/${campaigns.unknown}/capture`, {}),
    404,
    'PAYMENT_NOT_FOUND',
  ],
];

const drafts: Line[] = [
  ['no title', () => drafting({ title: '' }), 400, 'VALIDATION_FAILED', '/title'],
  ['a goal of 0', () => drafting({ goal_amount: 0 }), 400, 'VALIDATION_FAILED', '/goal_amount'],
  ['no date as its end', () => drafting({ ends_at: 'tomorrow' }), 400, 'VALIDATION_FAILED', '/ends_at'],
  [
    'an end an hour ago',
    () => drafting({ ends_at: addMs(world.now(), -3_600_000) }),
    400,
    'VALIDATION_FAILED',
    '/ends_at',
  ],
];

describe.each([
  ['a pledge with', pledges],
  ['a body of', bodies],
  ['asking with or for', callers],
  ['the path or query of', paths],
  ['a campaign with', drafts],
])('%s', (_what, lines) => {
  test.each(lines)('%s is refused', refused);
});

test('none of this has created anything', async () => {
  await it.platform.quiet();
  expect(await rows()).toEqual(before);
  expect(await it.donor.call('pledges.list', {})).toMatchObject({
    data: [{ id: pledge_id, status: 'PENDING' }],
  });
});
