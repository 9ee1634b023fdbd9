import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportedNames } from './exported-names.ts';

const ROOT = join(import.meta.dirname, '..');

/** Names of the parts of contracts and migrations: the same in every file. */
const CONTRACT_PARTS = ['actions', 'messages', 'timers', 'errors', 'permissions', 'services'];
const isCommon = (name: string, file: string) =>
  (file.startsWith('contracts/') && CONTRACT_PARTS.includes(name)) ||
  (/\/migrations\//.test(file) && name === 'up');

/** Names that two files export. None may be added; one that is fixed leaves the list. */
const TWICE: string[] = [
  'Amount: contracts/define.ts, services/finance/payments/providers/stripe.amounts.ts',
  'Asked: mixins/invariants/index.ts, services/platform/gateway/params.ts',
  'DeadLetter: contracts/platform/ops.ts, mixins/inbox/index.ts',
  'Entry: mixins/actors/mailbox.ts, mixins/ledger/entries.ts',
  'Known: machines/finance/facts.ts, mixins/ledger/known.ts',
  'Report: lib/worker.ts, services/finance/payments/payment.rules.ts',
  'Request: services/finance/payments/payment.provider.ts, services/platform/gateway/http.ts',
  'Sums: contracts/fundraising/totals.ts, mixins/ledger/sums.ts',
  'Verified: contracts/platform/ops.ts, services/finance/payments/providers/provider.ts',
  'action: contracts/define.ts, lib/service.ts',
  'cancel: services/fundraising/campaigns/campaign.rules.ts, services/fundraising/pledges/pledge.rules.ts',
  'close: services/fundraising/campaigns/campaign.rules.ts, services/platform/gateway/server.ts',
  'connect: lib/database.ts, lib/postgres/client.ts',
  'create: services/fundraising/campaigns/campaign.rules.ts, services/fundraising/pledges/pledge.rules.ts',
  'drain: lib/broker.ts, services/platform/gateway/server.ts',
  'findCampaign: services/fundraising/campaigns/campaign.store.ts, services/fundraising/pledges/campaign.store.ts',
  'findPayment: services/finance/payments/payment.store.ts, services/finance/sandbox/sandbox-payment.store.ts',
  'isConflict: lib/database.ts, services/finance/payments/providers/stripe.errors.ts',
  'isMissing: mixins/ledger/known.ts, services/finance/payments/providers/stripe.errors.ts',
  'mailbox: mixins/actors/mailbox.ts, services/platform/notifications/mailers/mailbox.ts',
  'open: services/finance/payments/payment.rules.ts, services/finance/sandbox/sandbox-payment.rules.ts',
  'pageOf: lib/pages.ts, services/finance/payments/providers/index.ts',
  'paymentOf: services/finance/payments/payment.provider.ts, services/finance/sandbox/sandbox-payment.store.ts',
  'readFacts: services/finance/payments/payment.checks.ts, services/fundraising/pledges/pledge.checks.ts',
  'refuse: mixins/actors/mailbox.ts, services/finance/payments/payment.rules.ts, services/platform/gateway/problems.ts',
  'request: services/finance/payments/payment.provider.ts, services/finance/sandbox/sandbox-payment.rules.ts',
  'send: services/finance/sandbox/webhook.sender.ts, services/platform/gateway/http.ts',
  'settle: mixins/outbox/deliveries.ts, mixins/scheduler/deadlines.ts, services/fundraising/pledges/pledge-money.rules.ts, services/platform/notifications/sent.store.ts',
  'shown: services/finance/payments/payment.store.ts, services/fundraising/pledges/pledge.store.ts',
  'telling: mixins/outbox/index.ts, services/fundraising/pledges/pledge-money.rules.ts',
  'tokens: services/identity/auth/login-session.tokens.ts, services/platform/gateway/tokens.ts',
  'update: services/fundraising/campaigns/campaign.rules.ts, services/fundraising/pledges/pledge.rules.ts',
];

test('an exported name stands in one file', () => {
  const files = globSync('{lib,mixins,services,contracts,machines}/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/(\.test|[./]fixtures?)\.ts$/.test(file),
  );
  const exported = files.flatMap((file) =>
    exportedNames(file, readFileSync(join(ROOT, file), 'utf8'))
      .filter((name) => !isCommon(name, file))
      .map((name) => ({ name, file })),
  );
  expect(exported.length).toBeGreaterThan(files.length);
  const twice = [...Map.groupBy(exported, ({ name }) => name)].filter(([, places]) => places.length > 1);
  expect(
    twice
      .map(
        ([name, places]) =>
          `${name}: ${places
            .map(({ file }) => file)
            .sort()
            .join(', ')}`,
      )
      .sort(),
  ).toEqual(TWICE);
});

test.each([
  ['export const a = 1, b = 2;', ['a', 'b']],
  ['export const { a, b: [c] } = it;', ['a', 'c']],
  ['export async function a() {}', ['a']],
  ['export function a(): 1;\nexport function a() {}', ['a']],
  ['export class A {}\nexport interface B {}\nexport type C = 1;', ['A', 'B', 'C']],
  ['const a = 1;\nexport { a as b };', ['b']],
  [`import { a } from './a.ts';\nexport { a };`, []],
  ['const a = 1;\nexport default a;', []],
  ['export default function a() {}', []],
  [`export { a } from './a.ts';\nexport * from './b.ts';`, []],
])('%s', (text, names) => {
  expect(exportedNames('a.ts', text)).toEqual(names);
});
