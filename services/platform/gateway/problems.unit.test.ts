import { fail } from '#lib/errors';
import { expect, test } from '@jest/globals';
import { Errors } from 'moleculer';
import { problemDocument, problemOf } from './problems.ts';

const where = { action: 'pledges.create', nodeID: 'node-1' };

test.each([
  ['UNAVAILABLE', new Errors.ServiceNotFoundError(where)],
  ['UNAVAILABLE', new Errors.ServiceNotAvailableError(where)],
  ['UNAVAILABLE', Object.assign(new Error('the transporter has disconnected'), { type: 'BAD_GATEWAY' })],
  ['BUSY', new Errors.QueueIsFullError({ ...where, service: 'pledges', size: 1, limit: 1 })],
  ['TIMED_OUT', new Errors.RequestTimeoutError(where)],
  ['TIMED_OUT', new Errors.RequestSkippedError(where)],
  ['OUTCOME_UNKNOWN', new Errors.RequestRejectedError(where)],
  [
    'INTERNAL_ERROR',
    new Errors.MoleculerServerError('a table is missing', 500, 'SOMETHING', { sql: 'select' }),
  ],
  ['INTERNAL_ERROR', fail('INTERNAL_ERROR', { sql: 'select' })],
  ['INTERNAL_ERROR', new TypeError('x is not a function')],
  ['INTERNAL_ERROR', 'not even an error'],
  ['INTERNAL_ERROR', undefined],
])('is %s to the client, without internal details', (code, error) => {
  expect(problemOf(error)).toEqual({ code });
});

test('an error of the contracts is shown with its data, also when it comes from another node as a plain Error', () => {
  const ofOurs = fail('PLEDGE_NOT_FOUND', { pledge_id: '1' });
  const fromAfar = Object.assign(new Error(), {
    type: 'PLEDGE_NOT_FOUND',
    code: 404,
    data: { pledge_id: '1' },
  });
  const shown = { code: 'PLEDGE_NOT_FOUND', data: { pledge_id: '1' } };
  expect([problemOf(ofOurs), problemOf(fromAfar)]).toEqual([shown, shown]);
});

test.each(['__proto__', 'constructor', 'toString'])('a code named %s is unknown', (type) => {
  expect(problemOf(Object.assign(new Error(), { type }))).toEqual({ code: 'INTERNAL_ERROR' });
});

test('a problem points at nothing longer than its description says: then at what it is in', () => {
  const pointers = ['/donor/name', `/${'x'.repeat(1000)}`, `/donor/${'x'.repeat(90_000)}`, ''];
  const errors = pointers.map((pointer) => ({ pointer, message: 'is not a field' }));
  const shown = problemDocument('https://any', 'VALIDATION_FAILED', '1', { errors }) as { errors?: object[] };
  const named = ['/donor/name', '', '/donor', ''];
  expect(shown.errors).toEqual(named.map((pointer) => ({ pointer, message: 'is not a field' })));
});
