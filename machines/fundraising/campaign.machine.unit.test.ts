import { campaignStatuses } from '#contracts/fundraising/campaigns';
import { codeOf } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { expect, test } from '@jest/globals';
import { campaignMachine } from './campaign.machine.ts';
import { holdingToXState, reachable } from '../facts.fixture.ts';

const events = ['update', 'publish', 'close', 'cancel'] as const;
const refused = 'TRANSITION_NOT_ALLOWED';
/** Every path: where each event leads from each status. */
const paths = {
  DRAFT: ['DRAFT', 'PUBLISHED', refused, 'CANCELLED'],
  PUBLISHED: ['PUBLISHED', refused, 'CLOSED', 'CANCELLED'],
  CLOSED: [refused, refused, refused, 'CANCELLED'],
  CANCELLED: [refused, refused, refused, refused],
} as const;

const hold = holdingToXState(campaignMachine);
const life = lifecycle(campaignMachine);

test('its states are the statuses of the contract', () => {
  expect(Object.keys(campaignMachine.states)).toEqual([...campaignStatuses]);
});

test('its events are those of the table below', () => {
  expect(new Set(campaignMachine.events)).toEqual(new Set(events));
});

test.each(
  campaignStatuses.flatMap((status) => events.map((type, i) => [status, type, paths[status][i]!] as const)),
)('%s, %s: %s, as XState says', (status, type, expected) => {
  expect(after(status, type)).toBe(expected);
  hold(status, { type }, {});
});

test('every status can be reached', () => {
  const all = events.map((type) => ({ type }));
  expect(reachable(campaignMachine, all, [{}])).toEqual(new Set(campaignStatuses));
});

function after(status: string, type: (typeof events)[number]): string | undefined {
  try {
    return life.after(status, { type }, {});
  } catch (error) {
    return codeOf(error);
  }
}
