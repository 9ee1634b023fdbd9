import type { MessageName } from '#contracts';
import { defineService, type Hearing } from '#lib/service';
import { assertWhole, loadServices } from '#lib/services';
import { expect, test } from '@jest/globals';

const doing = (...names: string[]) => names.map((name) => ({ name, handler: async () => {} })) as never[];
const hearing = (...names: string[]): Hearing[] =>
  names.map((name) => ({ name: name as MessageName, handler: async () => {} }));

test('the services on disk are what the contracts say', async () => {
  const services = await loadServices(null);
  expect(services.length).toBeGreaterThan(6);
  expect(() => assertWhole(services)).not.toThrow();
});

test('only the services named are loaded, in that order', async () => {
  const services = await loadServices(['totals', 'pledges']);
  expect(services.map(({ name }) => name)).toEqual(['totals', 'pledges']);
});

test('a service that does not exist is named, with those that do', async () => {
  await expect(loadServices(['pledges', 'pledge', 'totls'])).rejects.toThrow(
    /no service 'pledge', 'totls': there are auth, campaigns, .*users$/,
  );
});

test('every mistake is named at once', () => {
  const totals = defineService({
    name: 'totals',
    mixins: [],
    actions: doing('totals.set'),
    hears: hearing('pledge.created', 'pledge.captured', 'pledge.cancelled', 'user.registered'),
  });
  const users = defineService({ name: 'users', mixins: [], actions: doing('users.create', 'users.me') });
  const campaigns = defineService({ name: 'campaigns', mixins: [], actions: doing('campaigns.create') });

  let mistakes: string[] = [];
  try {
    assertWhole([totals, users, campaigns]);
  } catch (error) {
    mistakes = (error as Error).message.split('\n- ');
  }
  expect(mistakes[0]).toBe('The services are not what the contracts say:');
  for (const mistake of [
    'totals implements no totals.get, which the contracts name',
    'totals implements totals.set, which no contract names',
    'totals hears no campaign.published, which the contracts name',
    'totals hears pledge.cancelled, which no contract names',
    'totals hears user.registered, which no contract names',
    'users implements no users.get, which the contracts name',
    'campaigns implements no campaigns.publish, which the contracts name',
    'campaign.published is told by campaigns and heard by pledges, which does not run: add it to SERVICES',
    'campaign.closed is told by campaigns and heard by pledges, which does not run: add it to SERVICES',
  ])
    expect(mistakes).toContain(mistake);
  // What is as it should be is not among them.
  expect(mistakes.join()).not.toMatch(/users\.me|totals hears pledge\.captured|campaigns\.create/);
});
