import { defineService } from '#mixins/service';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MessageName } from '#contracts';
import { type Subscription } from '#lib/service';
import { assertContracts, findServices, loadServices } from '#lib/services';
import { expect, test } from '@jest/globals';

const doing = (...names: string[]) => names.map((name) => ({ name, handler: async () => {} })) as never[];
const subscribing = (...names: string[]): Subscription<never>[] =>
  names.map((name) => ({ message: name as MessageName, handler: async () => {} }));

test('the services on disk match the contracts', async () => {
  const services = await loadServices(null);
  expect(services.length).toBeGreaterThan(6);
  expect(() => assertContracts(services, services)).not.toThrow();
});

test('only the services named are loaded, in that order', async () => {
  const services = await loadServices(['totals', 'pledges']);
  expect(services.map(({ name }) => name)).toEqual(['totals', 'pledges']);
});

test('the error for an unknown service lists it and the known ones', async () => {
  await expect(loadServices(['pledges', 'pledge', 'totls'])).rejects.toThrow(
    /no service or system 'pledge', 'totls': there are the services auth, campaigns, .*users; and the systems finance, fundraising, /,
  );
});

test('the error lists every mistake at once', () => {
  const totals = defineService({
    name: 'totals',
    mixins: [],
    actions: doing('totals.set'),
    subscriptions: subscribing('campaign.published', 'pledge.created', 'pledge.created'),
  });
  const users = defineService({ name: 'users', mixins: [], actions: doing('users.create', 'users.me') });
  const campaigns = defineService({ name: 'campaigns', mixins: [], actions: doing('campaigns.create') });
  const pledges = defineService({
    name: 'pledges',
    mixins: [],
    actions: [],
    subscriptions: subscribing('campaign.published', 'campaign.closed'),
  });

  let mistakes: string[] = [];
  try {
    assertContracts([totals, users, campaigns], [totals, users, campaigns, pledges]);
  } catch (error) {
    mistakes = (error as Error).message.split('\n- ');
  }
  expect(mistakes[0]).toBe('The services are not what the contracts say:');
  for (const mistake of [
    'totals implements no totals.get, which the contracts name',
    'totals implements totals.set, which no contract names',
    'totals subscribes to pledge.created twice',
    'users implements no users.get, which the contracts name',
    'campaigns implements no campaigns.publish, which the contracts name',
    'pledges subscribes to campaign.published of campaigns, and does not run: add it to SERVICES',
    'pledges subscribes to campaign.closed of campaigns, and does not run: add it to SERVICES',
  ])
    expect(mistakes).toContain(mistake);
  // Nothing correct is in the list.
  expect(mistakes.join()).not.toMatch(
    /users\.me|totals subscribes to campaign|totals subscribes to \S+ of|campaigns\.create/,
  );
});

test("a system's name stands for its services, each once", async () => {
  const services = await loadServices(['pledges', 'fundraising']);
  expect(services.map(({ name }) => name).sort()).toEqual([
    'campaigns',
    'pledges',
    'receipts',
    'subscriptions',
    'totals',
  ]);
});

test('two services of one name, one in the wrong folder, and one named like its system are refused', async () => {
  const root = await mkdtemp(join(tmpdir(), 'commonweal-services-'));
  const add = async (file: string) => {
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), '');
  };
  try {
    await add('services/a/things/things.service.ts');
    expect([...(await findServices(root)).keys()]).toEqual(['things']);
    await add('services/b/things/things.service.ts');
    await expect(findServices(root)).rejects.toThrow(/Two services are called 'things'/);
    await rm(join(root, 'services/b'), { recursive: true });
    await add('services/a/things/others.service.ts');
    await expect(findServices(root)).rejects.toThrow(/wrong place/);
    await rm(join(root, 'services/a'), { recursive: true });
    await add('services/a/a/a.service.ts');
    await expect(findServices(root)).rejects.toThrow(/has the name of a system/);
  } finally {
    await rm(root, { recursive: true });
  }
});
