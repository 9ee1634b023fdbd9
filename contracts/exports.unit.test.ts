import { builtInRoles, DEFAULT_ROLE } from '#contracts/identity/roles';
import { actions, type ActionContract } from '#contracts';
import { exportTypes } from '#contracts/define';
import type { TSchema } from '@sinclair/typebox';
import { expect, test } from '@jest/globals';

interface Listed {
  properties: {
    data: { items: { properties: Record<string, TSchema> } };
    next_cursor: TSchema;
  };
}

const exports = Object.entries(actions as Record<string, ActionContract>).filter(
  ([, { produces }]) => produces === exportTypes,
);
const columnsOf = ({ result }: ActionContract) =>
  (result as unknown as Listed).properties.data.items.properties;

test('there are exports of pledges, donors, payouts and the ledger', () => {
  expect(exports.map(([, { route }]) => route).sort()).toEqual([
    'GET /api/campaigns/:campaign_id/exports/donors',
    'GET /api/campaigns/:campaign_id/exports/payouts',
    'GET /api/campaigns/:campaign_id/exports/pledges',
    'GET /api/exports/ledger',
    'GET /api/exports/payouts',
    'GET /api/exports/pledges',
  ]);
});

test('what belongs to many is exported by no role that everybody has', () => {
  const ofMany = exports.filter(([, { route }]) => route!.startsWith('GET /api/exports/'));
  const { permissions: everybodys } = builtInRoles.find(({ name }) => name === DEFAULT_ROLE)!;
  expect(ofMany.length).toBeGreaterThan(0);
  expect(ofMany.filter(([, { permission }]) => everybodys.includes(permission as never))).toEqual([]);
});

test.each(exports)('%s answers flat rows, and each amount beside its currency', (_name, contract) => {
  const columns = columnsOf(contract);
  const scalars = (schema: TSchema): TSchema[] => (schema['anyOf'] as TSchema[] | undefined) ?? [schema];
  const nested = Object.entries(columns).filter(([, schema]) =>
    scalars(schema).some(({ type }) => type === 'object' || type === 'array'),
  );
  expect(nested.map(([name]) => name)).toEqual([]);
  expect(Object.keys(columns)).toContain('currency');
});
