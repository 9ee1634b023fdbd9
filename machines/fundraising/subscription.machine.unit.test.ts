import { subscriptionStatuses } from '#contracts/fundraising/subscription.shapes';
import { codeOf } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { expect, test } from '@jest/globals';
import { holdingToXState, reachable } from '../facts.fixture.ts';
import { subscriptionMachine } from './subscription.machine.ts';

const events = ['start', 'expire', 'fail', 'recover', 'lapse', 'pause', 'resume', 'cancel'] as const;
const no = 'TRANSITION_NOT_ALLOWED';
/** Every path: where each event leads from each status. */
const paths = {
  PENDING: ['ACTIVE', 'EXPIRED', no, no, no, no, no, 'CANCELLED'],
  ACTIVE: [no, no, 'PAST_DUE', no, no, 'PAUSED', no, 'CANCELLED'],
  PAUSED: [no, no, no, no, no, no, 'ACTIVE', 'CANCELLED'],
  PAST_DUE: [no, no, 'PAST_DUE', 'ACTIVE', 'LAPSED', 'PAUSED', no, 'CANCELLED'],
  LAPSED: [no, no, no, no, no, no, no, no],
  CANCELLED: [no, no, no, no, no, no, no, no],
  EXPIRED: ['ACTIVE', no, no, no, no, no, no, no],
} as const;

const hold = holdingToXState(subscriptionMachine);
const life = lifecycle(subscriptionMachine);

test('its states are the statuses of the contract, its events those of the table', () => {
  expect(Object.keys(subscriptionMachine.states)).toEqual([...subscriptionStatuses]);
  expect(new Set(subscriptionMachine.events)).toEqual(new Set(events));
});

test.each(
  subscriptionStatuses.flatMap((status) =>
    events.map((type, i) => [status, type, paths[status][i]!] as const),
  ),
)('%s, %s: %s, as XState says', (status, type, expected) => {
  expect(after(status, type)).toBe(expected);
  hold(status, { type }, {});
});

test('every status can be reached', () => {
  const all = events.map((type) => ({ type }));
  expect(reachable(subscriptionMachine, all, [{}])).toEqual(new Set(subscriptionStatuses));
});

function after(status: string, type: (typeof events)[number]): string | undefined {
  try {
    return life.after(status, { type }, {});
  } catch (error) {
    return codeOf(error);
  }
}
