import type { NewService } from './entity.ts';

/** The tests beside a service: text by path. */
export function testFiles(it: NewService): Record<string, string> {
  const folder = `services/${it.system}/${it.service}`;
  return {
    [`${folder}/${it.file}.rules.unit.test.ts`]: unitTest(it),
    [`${folder}/${it.service}.int.test.ts`]: intTest(it),
  };
}

const unitTest = ({ system, service, entity, type, variable, file, one }: NewService) => `
import { ${variable}Statuses } from '#contracts/${system}/${service}';
import { world } from '#lib/world';
import { callerOf } from '#test/callers';
import { ${variable}Machine } from '#machines/${system}/${file}.machine';
import type { CommandContext } from '#mixins/actors/decision';
import { expect, test } from '@jest/globals';
import { create${type}, expire${type} } from './${file}.rules.ts';

const key = world.newId();
const owner_id = world.newId();
const now = '2026-01-31T12:00:00.000Z';
const context: CommandContext = { key, now, caller: callerOf(owner_id) };
const created = () => create${type}(undefined, { title: 'A title' }, context);

test("the statuses are the machine's states", () => {
  expect(Object.keys(${variable}Machine.states)).toEqual([...${variable}Statuses]);
});

test("${one} is its creator's and open, and this is published", () => {
  const { state, messages } = created();
  expect(state).toEqual({ id: key, owner_id, title: 'A title', status: 'OPEN', created_at: now, version: 0 });
  expect(messages).toEqual([{ name: '${entity}.created', payload: { ${entity}_id: key, owner_id } }]);
});

test('it is to expire after 30 days', () => {
  const due_at = '2026-03-02T12:00:00.000Z';
  expect(created().timers).toEqual([{ name: '${service}.expiry', key, due_at, payload: {} }]);
});

test('it expires, and only once', () => {
  const expired = expire${type}(created().state).state;
  expect(expired.status).toBe('EXPIRED');
  expect(expire${type}(expired).state).toEqual(expired);
});
`;

const intTest = ({ service, missing, one, bare }: NewService) => `
import { world } from '#lib/world';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['${service}'] });
});
afterAll(() => platform?.stop());

const owner = aCaller();
const create = () => platform.call('${service}.create', { title: 'A title' }, { caller: owner });

test('everyone can read ${one}', async () => {
  const created = await create();
  expect(created).toMatchObject({ owner_id: owner.user_id, title: 'A title', status: 'OPEN' });
  expect(await platform.call('${service}.get', { id: created.id })).toEqual(created);
});

test('nobody creates one without signing in', async () => {
  const creating = platform.call('${service}.create', { title: 'A title' });
  await expect(creating).rejects.toMatchObject({ type: 'SIGN_IN_REQUIRED' });
});

test('${one} that does not exist is refused as such', async () => {
  const getting = platform.call('${service}.get', { id: world.newId() });
  await expect(getting).rejects.toMatchObject({ type: '${missing}' });
});

test('its timer ends the ${bare}', async () => {
  const { id } = await create();
  const due = "update timers set due_at = now() where name = '${service}.expiry' and key = $1";
  expect((await platform.db('${service}').query(due, [id])).rowCount).toBe(1);
  await until(async () => (await platform.call('${service}.get', { id })).status === 'EXPIRED');
});
`;
