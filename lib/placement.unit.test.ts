import { serviceNames } from '#contracts';
import { place as placeBy } from '#lib/placement';
import { loadOf, loadServices } from '#lib/services';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

const all = [...serviceNames, 'gateway'];
const services = await loadServices(null);
const place = (names: readonly string[], workers: number, replicas: number) =>
  placeBy(names, workers, replicas, loadOf(services));
const someServices = fc.subarray(all, { minLength: 1 });
const workers = fc.integer({ min: 1, max: 12 });
const replicas = fc.integer({ min: 1, max: 5 });

test('every service runs in `replicas` workers, or in all', () => {
  fc.assert(
    fc.property(someServices, workers, replicas, (services, workers, replicas) => {
      const placed = place(services, workers, replicas);
      for (const service of services.filter((name) => name !== 'gateway'))
        expect(placed.filter((names) => names.includes(service))).toHaveLength(Math.min(workers, replicas));
      for (const names of placed) expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test('no worker is idle, and each has a gateway if there is to be one', () => {
  fc.assert(
    fc.property(someServices, workers, replicas, (services, workers, replicas) => {
      const placed = place(services, workers, replicas);
      expect(placed.length).toBeGreaterThan(0);
      expect(placed.length).toBeLessThanOrEqual(workers);
      for (const names of placed) {
        expect(names.length).toBeGreaterThan(0);
        expect(names.includes('gateway')).toBe(services.includes('gateway'));
      }
    }),
  );
});

test('the same services are placed alike, in whatever order they are named', () => {
  const shuffled = fc.shuffledSubarray(all, { minLength: 1 });
  fc.assert(
    fc.property(shuffled, workers, replicas, (services, workers, replicas) => {
      const before = [...services];
      expect(place(services, workers, replicas)).toEqual(place(services.toSorted(), workers, replicas));
      expect(services).toEqual(before);
    }),
  );
});

test.each([2, 3, 4, 8])('pledges and payments are kept apart in %d workers', (workers) => {
  const together = place(all, workers, 1).filter(
    (names) => names.includes('pledges') && names.includes('payments'),
  );
  expect(together).toEqual([]);
});

test('a gateway alone runs in every worker', () => {
  expect(place(['gateway'], 3, 1)).toEqual([['gateway'], ['gateway'], ['gateway']]);
});
