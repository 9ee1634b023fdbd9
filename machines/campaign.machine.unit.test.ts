import { campaignStatuses } from '#contracts/campaigns';
import { expect, test } from '@jest/globals';
import { campaignMachine } from './campaign.machine.ts';
import { holdingToXState, reachable } from './fixture.test.ts';

const events = [{ type: 'publish' }, { type: 'close' }];
const hold = holdingToXState(campaignMachine);

test('its states are the statuses of the contract', () => {
  expect(Object.keys(campaignMachine.states)).toEqual([...campaignStatuses]);
});

test.each(campaignStatuses.flatMap((status) => events.map((event) => [status, event.type] as const)))(
  '%s, %s: as XState says',
  (status, type) => hold(status, { type }, {}),
);

test('every status can be reached', () => {
  expect(reachable(campaignMachine, events, [{}])).toEqual(new Set(campaignStatuses));
});
