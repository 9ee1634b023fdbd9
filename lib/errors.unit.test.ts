import { errors, type ErrorCode } from '#contracts';
import { codeOf, fail, isTransient } from '#lib/errors';
import { expect, test } from '@jest/globals';
import { Errors } from 'moleculer';

test('a refusal has the code, the status and the title of the contract, and its data', () => {
  const refusal = fail('PLEDGE_NOT_FOUND', { pledge_id: 'p' });
  expect(refusal).toMatchObject({ type: 'PLEDGE_NOT_FOUND', code: 404, data: { pledge_id: 'p' } });
  expect(refusal.message).toBe(errors.PLEDGE_NOT_FOUND.title);
});

test('its code is the same on another node', () => {
  const regenerator = new Errors.Regenerator();
  regenerator.init({ nodeID: 'here' } as never);
  const plain = regenerator.extractPlainError(fail('BUSY', { depth: 1 }));
  const restored = regenerator.restore(JSON.parse(JSON.stringify(plain)) as typeof plain, {});
  expect(codeOf(restored)).toBe('BUSY');
  expect(isTransient(restored)).toBe(true);
  expect(restored).toMatchObject({ data: { depth: 1 } });
});

test.each([['text'], [undefined], [null], [{ type: 'BUSY' }], [new Error('plain')]])(
  'another value than a refusal of the platform (%p) has no code',
  (thrown) => expect(codeOf(thrown)).toBeUndefined(),
);

test.each([
  fail('BUSY'),
  fail('UNAVAILABLE'),
  fail('OUTCOME_UNKNOWN'),
  new Errors.ServiceNotFoundError({ action: 'totals.deliver', nodeID: 'there' }),
  new Errors.RequestTimeoutError({ action: 'totals.deliver', nodeID: 'there' }),
])('%s is transient: the same request may succeed later', (error) => expect(isTransient(error)).toBe(true));

test('everything else is a failure', () => {
  const passing = ['BUSY', 'UNAVAILABLE', 'OUTCOME_UNKNOWN'];
  const others = (Object.keys(errors) as ErrorCode[]).filter((code) => !passing.includes(code));
  expect(others.filter((code) => isTransient(fail(code)))).toEqual([]);
  expect(isTransient(new TypeError('a mistake of ours'))).toBe(false);
  expect(isTransient(undefined)).toBe(false);
});
