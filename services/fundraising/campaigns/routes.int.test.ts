import { aDraft } from '#test/fundraising';
import { client, type Client } from '#test/client';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
let guest: Client;
let owner: Client;
let stranger: Client;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['auth', 'campaigns', 'gateway', 'permissions', 'users'] });
  guest = client(platform.url);
  [owner, stranger] = [await guest.register('Olga'), await guest.register('Steve')];
});
afterAll(() => platform?.stop());

const code = ({ body }: { body: Record<string, unknown> }) => body['code'];

test('a draft is made with what a draft shows, also where that is null', async () => {
  const { status, body } = await owner.post('/api/campaigns', { ...aDraft(), ends_at: null });
  expect([status, body['ends_at']]).toEqual([201, null]);
});

test('a campaign goes from its draft to its end over HTTP, and only its owner changes it', async () => {
  const { body: draft } = await owner.post('/api/campaigns', aDraft());
  const path = `/api/campaigns/${draft['id'] as string}`;
  expect(code(await guest.get(path))).toBe('CAMPAIGN_NOT_FOUND');

  for (const [method, verb, body, status] of [
    ['PATCH', '', { title: 'Two wells' }, 'DRAFT'],
    ['POST', '/publish', {}, 'PUBLISHED'],
    ['PATCH', '', { goal_amount: 7, ends_at: '2999-01-01T00:00:00.000Z' }, 'PUBLISHED'],
    ['PATCH', '', { ends_at: null }, 'PUBLISHED'],
    ['POST', '/close', {}, 'CLOSED'],
    ['POST', '/cancel', {}, 'CANCELLED'],
  ] as const) {
    expect(code(await guest.send(method, `${path}${verb}`, { body }))).toBe('SIGN_IN_REQUIRED');
    const expected = status === 'DRAFT' || verb === '/publish' ? 'CAMPAIGN_NOT_FOUND' : 'PERMISSION_DENIED';
    expect(code(await stranger.send(method, `${path}${verb}`, { body }))).toBe(expected);
    expect(await owner.send(method, `${path}${verb}`, { body })).toMatchObject({
      status: 200,
      body: { ...body, status },
    });
  }
  expect(code(await owner.send('PATCH', path, { body: { title: 'Three' } }))).toBe('TRANSITION_NOT_ALLOWED');
  expect(await guest.get(path)).toMatchObject({ status: 200, body: { title: 'Two wells', goal_amount: 7 } });
});

test('of two editors who saw the same campaign one changes it, and the other learns that it has changed', async () => {
  const { id } = await owner.call('campaigns.create', aDraft());
  const path = `/api/campaigns/${id}`;
  const tag = (await owner.get(path)).headers.get('etag')!;
  const edit = (title: string) =>
    owner.send('PATCH', path, { body: { title }, headers: { 'if-match': tag } });
  const release = await platform.hold('campaigns', 'campaigns', id);
  const first = edit('One');
  await platform.blocked('campaigns', 1); // it is decided, and can't be saved
  const second = edit('Two');
  await release();
  const [changed, refused] = await Promise.all([first, second]);
  expect([changed.status, refused.status, code(refused)]).toEqual([200, 412, 'PRECONDITION_FAILED']);
  const now = await owner.get(path);
  expect(now).toMatchObject({ body: { title: 'One', version: 2 } });
  expect(changed.headers.get('etag')).toBe(now.headers.get('etag'));
});

test.each([
  ['currency', { currency: 'USD' }],
  ['status', { status: 'CLOSED' }],
  ['raised_amount', { raised_amount: 5 }],
  ['title', { title: '' }],
  ['ends_at', { ends_at: '2020-01-01T00:00:00Z' }],
])('%s can not be changed to %j', async (field, body) => {
  const { id } = await owner.call('campaigns.create', aDraft());
  const answer = await owner.send('PATCH', `/api/campaigns/${id}`, { body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${field}` }] } });
});

test.each(["'", '%25', '%00', '%F0%9F%8E%BB', '":*', '\\', 'a'.repeat(100), '%D8%00'])(
  'a search for %s is answered or refused, and never breaks anything',
  async (q) => {
    const { status } = await guest.get(`/api/campaigns?q=${q}`);
    expect([200, 400]).toContain(status);
  },
);

test.each(['', 'a'.repeat(101)])('a search for "%s" is refused', async (q) => {
  expect((await guest.get(`/api/campaigns?q=${q}`)).status).toBe(400);
});
