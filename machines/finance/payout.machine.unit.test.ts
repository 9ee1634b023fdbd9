import { expect, test } from '@jest/globals';
import { payoutStatuses } from '#contracts';
import { pathsOf } from '../facts.fixture.ts';
import { payoutMachine } from './payout.machine.ts';

test('its whole lifecycle, every event from every status', () => {
  const events = [{ type: 'pay' }, { type: 'fail' }, { type: 'reverse' }];
  expect(pathsOf(payoutMachine, events, [{}])).toEqual({
    BOOKED: { pay: ['PAID'], fail: ['FAILED'] },
    PAID: { reverse: ['REVERSED'] },
    FAILED: {},
    REVERSED: {},
  });
});

test('its states are those of the contract', () => {
  expect(Object.keys(payoutMachine.states)).toEqual([...payoutStatuses]);
});
