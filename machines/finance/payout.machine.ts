import { setup } from 'xstate';

type PayoutEvent = { type: 'pay' | 'fail' | 'reverse' };

/**
 * The life of a payout: states are the values of payouts.status. The bank confirms it, or sends the money back: before it
 * arrived, or days after.
 */
export const payoutMachine = setup({
  types: { context: {}, events: {} as PayoutEvent },
}).createMachine({
  id: 'payout',
  initial: 'BOOKED',
  states: {
    BOOKED: { on: { pay: 'PAID', fail: 'FAILED' } },
    PAID: { on: { reverse: 'REVERSED' } },
    FAILED: {},
    REVERSED: {},
  },
});
