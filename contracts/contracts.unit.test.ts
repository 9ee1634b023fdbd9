import {
  actions,
  errors,
  messages,
  publishedBy,
  type ActionContract,
  type ActionName,
  type ErrorCode,
  type MessageName,
} from '#contracts';
import { campaignStatuses } from '#contracts/fundraising/campaigns';
import { paymentStatuses } from '#contracts/finance/payment.shapes';
import { pledgeStatuses } from '#contracts/fundraising/pledge.shapes';
import { subscriptionStatuses } from '#contracts/fundraising/subscription.shapes';
import { permissions } from '#contracts/permissions';
import { loadServices } from '#lib/services';
import { campaignMachine } from '#machines/fundraising/campaign.machine';
import { paymentMachine } from '#machines/finance/payment.machine';
import { pledgeMachine } from '#machines/fundraising/pledge.machine';
import { subscriptionMachine } from '#machines/fundraising/subscription.machine';
import { expect, test } from '@jest/globals';
import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const all = Object.entries(actions) as [ActionName, ActionContract][];
const routed = all.filter(([, { route }]) => route);
const told = Object.entries(messages) as [MessageName, (typeof messages)[MessageName]][];
const fieldsOf = ({ params }: ActionContract) =>
  Object.keys((params as { properties?: object }).properties ?? {});
const pathParams = (route: string) => [...route.matchAll(/:(\w+)/g)].map(([, name]) => name!);

test.each([
  ['a pledge', pledgeStatuses, pledgeMachine],
  ['a payment', paymentStatuses, paymentMachine],
  ['a campaign', campaignStatuses, campaignMachine],
  ['a subscription', subscriptionStatuses, subscriptionMachine],
])('the statuses of %s are the states of its machine', (_what, statuses, machine) => {
  expect([...statuses].sort()).toEqual(Object.keys(machine.states).sort());
});

test('there is a service of each name in the contracts', async () => {
  const services = (await loadServices(null)).map(({ name }) => name);
  expect(all.map(([name]) => name.split('.')[0]!).filter((name) => !services.includes(name))).toEqual([]);
});

test('each message is told by one service, in the past tense', () => {
  const names = Object.keys(messages);
  const publishers = [...new Set(all.map(([name]) => name.split('.')[0]!))];
  expect(publishers.flatMap(publishedBy).sort()).toEqual([...names].sort());
  expect(names.filter((name) => !/^\w+\.\w*(ed|won|paid)(_in|_back)?$/.test(name))).toEqual([]);
});

test('the key of a message is a field that every payload has', () => {
  const required = ([, { payload }]: (typeof told)[number]): readonly string[] => payload.required ?? [];
  expect(told.filter((it) => !required(it).includes(it[1].key)).map(([name]) => name)).toEqual([]);
});

test('every message says in one sentence what has happened', () => {
  const wrong = told.filter(([, { summary, version }]) => !/^[A-Z].*\.$/.test(summary) || version < 1);
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test('no route leads to what is internal, and all that has none is internal', () => {
  expect(routed.filter(([, { permission }]) => permission === 'internal')).toEqual([]);
  const unreachable = all.filter(([, { route, permission }]) => !route && permission !== 'internal');
  expect(unreachable.map(([name]) => name)).toEqual([]);
});

test('every action asks for a permission that exists', () => {
  const known = ['anyone', 'internal', ...Object.keys(permissions)];
  expect(all.filter(([, { permission }]) => !known.includes(permission)).map(([name]) => name)).toEqual([]);
});

test('no two actions share a route', () => {
  const patterns = routed.map(([, { route }]) => route!.replace(/:\w+/g, ':'));
  expect(patterns.filter((route, i) => patterns.indexOf(route) !== i)).toEqual([]);
});

test('the parameters of a path are required parameters of its action', () => {
  const missing = routed.flatMap(([name, { route, params }]) =>
    pathParams(route!)
      .filter((param) => !(params as { required?: string[] }).required?.includes(param))
      .map((param) => `${name} lacks ${param}`),
  );
  expect(missing).toEqual([]);
});

test('what takes an idempotency key changes something, what creates is a POST', () => {
  const keyed = all.filter(([, { idempotency }]) => idempotency);
  const creating = all.filter(([, { status }]) => status === 201);
  const namesOf = (some: typeof all) => some.map(([name]) => name);
  expect(namesOf(keyed.filter(([, { route }]) => !/^(POST|PUT|PATCH) /.test(route ?? '')))).toEqual([]);
  expect(namesOf(creating.filter(([, { route }]) => !route?.startsWith('POST ')))).toEqual([]);
});

test('the fields of a location are required fields of its result', () => {
  const missing = all.flatMap(([name, { location, result }]) =>
    pathParams(location ?? '')
      .filter((field) => !(result as { required?: string[] }).required?.includes(field))
      .map((field) => `${name} lacks ${field}`),
  );
  expect(missing).toEqual([]);
});

test('what a link with a token opens is secret', () => {
  const linked = routed.filter(([, contract]) => fieldsOf(contract).includes('token'));
  expect(linked.filter(([, { secret }]) => !secret).map(([name]) => name)).toEqual([]);
});

test('no action takes or gives fields that its contract does not name', () => {
  const isOpen = ({ params }: ActionContract) =>
    (params as { additionalProperties?: unknown }).additionalProperties !== false;
  expect(all.filter(([, contract]) => isOpen(contract)).map(([name]) => name)).toEqual([]);
  // A parameter by one of these names could reach an object's prototype.
  const odd = ['__proto__', 'constructor', 'prototype'];
  expect(all.filter(([, contract]) => fieldsOf(contract).some((field) => odd.includes(field)))).toEqual([]);
});

test('what a resource shows as null may be sent as null', () => {
  const propertiesOf = (schema: unknown) =>
    Object.entries((schema as { properties?: Record<string, TSchema> }).properties ?? {});
  const serviceOf = (name: string) => name.slice(0, name.indexOf('.'));
  const shown = (service: string) =>
    routed
      .filter(([name, { route }]) => serviceOf(name) === service && route!.startsWith('GET '))
      .flatMap(([, { result }]) => propertiesOf(result))
      .filter(([, schema]) => Value.Check(schema, null))
      .map(([field]) => field);
  // A form has no null, and what must be sent is never shown as null where it is the same thing.
  const isOptional = (params: TSchema, field: string) =>
    !(params as { required?: string[] }).required?.includes(field);
  const refusing = routed
    .filter(([, { route, consumes }]) => /^(POST|PUT|PATCH) /.test(route!) && consumes === undefined)
    .flatMap(([name, { params }]) =>
      propertiesOf(params)
        .filter(
          ([field, schema]) =>
            shown(serviceOf(name)).includes(field) && !Value.Check(schema, null) && isOptional(params, field),
        )
        .map(([field]) => `${name} ${field}`),
    );
  expect(refusing).toEqual([]);
  expect(shown('campaigns')).toContain('ends_at');
  expect(shown('pledges')).toEqual(expect.arrayContaining(['donor', 'message']));
});

test('every error says in one line what it is and what to do, with a status of its kind', () => {
  for (const { status, title, remedy } of Object.values(errors)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(remedy).toMatch(/^[A-Z`].*\.$|^\/.*\.$|^[A-Z]+ \/.*\.$/);
  }
});

test('every error code is used, and those that an action names are used by its service', async () => {
  const sources = await sourcesByFolder();
  const everything = [...sources.values()].join('\n');
  const isIn = (text: string) => (code: ErrorCode) => text.includes(`'${code}'`);
  const codes = Object.keys(errors) as ErrorCode[];
  expect(codes.filter((code) => !isIn(everything)(code))).toEqual([]);

  const shared = [sources.get('lib'), sources.get('mixins'), sources.get('machines')].join('\n');
  const unused = all.flatMap(([name, { errors: named = [] }]) => {
    const own = sources.get(name.split('.')[0]!) ?? '';
    return named.filter((code) => !isIn(own + shared)(code)).map((code) => `${name}: ${code}`);
  });
  // Asked of payments in the gateway, which reads the body, and by subscriptions, which ask pledges whom to admit; asked of campaigns by totals and pledges, of
  // users by permissions, and of permissions by auth.
  expect(
    unused.filter(
      (it) =>
        !/BODY_UNREADABLE|CAMPAIGN_NOT_FOUND|grant_role: USER_NOT_FOUND|auth\.delete: LAST_ADMIN|subscriptions\.create: (TOO_MANY|CHALLENGE)|\.(replace|open)_card: PROVIDER_REFUSED/.test(
          it,
        ),
    ),
  ).toEqual([]);
});

/** All that runs in production, by folder, without tests. */
async function sourcesByFolder(): Promise<Map<string, string>> {
  const cwd = join(import.meta.dirname, '..');
  const sources = new Map<string, string>();
  for await (const file of glob('{lib,machines,mixins,services}/**/*.ts', { cwd })) {
    if (/\.test\.ts$|fixture/.test(file)) continue;
    const folder = /^services\/[^/]+\/([^/]+)/.exec(file)?.[1] ?? /^[^/]+/.exec(file)![0];
    sources.set(folder, `${sources.get(folder) ?? ''}\n${await readFile(join(cwd, file), 'utf8')}`);
  }
  return sources;
}
