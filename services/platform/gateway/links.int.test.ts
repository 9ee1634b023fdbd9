import { actions } from '#contracts';
import { world } from '#lib/world';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from './fixture.test.ts';
import { routesOf } from './routes.ts';

const id = world.newId();
const browser = { accept: 'text/html' };

let gateway: TestGateway;
/** The params of the last request that reached an action. */
let received: unknown;

const links = routesOf(actions, { disabled_services: [] }).filter(
  ({ isLink, contract, pathFields }) =>
    isLink &&
    contract.permission === 'anyone' &&
    // What else it needs, such as a token, stands in the link.
    ((contract.params as { required?: string[] }).required ?? []).every((field) =>
      pathFields.includes(field),
    ),
);

beforeAll(async () => {
  gateway = await startGateway();
  for (const { name } of links)
    gateway.handlers[name] = async ({ params }) => {
      received = params;
      return {
        location: 'https://pay.example.org',
        html: '',
        csp: `style-src 'none'`,
        pdf: '',
        file_name: 'x.pdf',
      };
    };
});
beforeEach(() => {
  received = undefined;
});
afterAll(() => gateway?.node.stop());

const known = links.map(({ path, pathFields }) => ({
  path: path.replaceAll(/:\w+/g, id),
  params: Object.fromEntries(pathFields.map((field) => [field, id])),
}));

test.each([
  'payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=succeeded',
  'utm_source=letter&utm_source=letter',
  'fbclid=x',
  'a[b]=c&__proto__=1&=&%00=%00',
])('every link that people open ignores what it does not know: ?%s', async (query) => {
  expect(links.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['payments.checkout', 'payments.page', 'pledges.get', 'sandbox.page']),
  );
  for (const { path, params } of known) {
    const { status } = await gateway.ask('GET', `${path}?${query}`, browser);
    expect([path, status < 400, received]).toEqual([path, true, expect.objectContaining(params)]);
  }
});

test('the link of an e-mail still reads its token beside what was appended', async () => {
  await gateway.ask('GET', `/api/pledges/${id}?token=t&utm_source=x`);
  expect(received).toEqual({ id, token: 't' });
});

test('a field that a link knows is refused when it is given twice', async () => {
  const { status, json } = await gateway.ask('GET', `/api/pledges/${id}?token=t&utm_source=x&token=u`);
  expect([status, json['errors']]).toEqual([400, [{ pointer: '/token', message: 'is given twice' }]]);
});

test.each(['/problems', '/problems/busy', '/openapi.json', '/health'])(
  'a page of the gateway itself ignores what was appended: %s',
  async (path) => {
    expect((await gateway.ask('GET', `${path}?utm_source=x`, browser)).status).toBe(200);
  },
);

test.each(['/api/campaigns', `/api/campaigns/${id}`, `/api/campaigns/${id}/totals`])(
  'what programs ask for stays strict: %s',
  async (path) => {
    const { status, json } = await gateway.ask('GET', `${path}?utm_source=x`, browser);
    expect([status, json['errors']]).toEqual([
      400,
      [{ pointer: '/utm_source', message: 'is not a field of this request: leave it out' }],
    ]);
  },
);
