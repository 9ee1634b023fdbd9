import { setup } from 'xstate';
import { guards, type Fact, type Known } from '../finance/facts.ts';

export type PledgeEvent = Fact | { type: 'cancel' | 'withdraw' | 'expire' | 'reinstate' | 'resolve' };

/** Where a pledge stands once its money was captured, the strongest first: it follows from the facts, not their order. */
const standing = [
  { target: 'CONFLICTED', guard: 'isConflicting' },
  { target: 'CHARGED_BACK', guard: 'isDisputed' },
  { target: 'REFUNDED', guard: 'isRefunded' },
  { target: 'PARTIALLY_REFUNDED', guard: 'isPartlyRefunded' },
  { target: 'CHARGEBACK_REVERSED', guard: 'isReversed' },
  { target: 'COMPLETED', guard: 'isSettled' },
  { target: 'CAPTURED', guard: 'isCaptured' },
] as const;

const money = {
  capture: standing,
  settle: standing,
  refund: standing,
  fail_refund: standing,
  dispute: standing,
  win: standing,
};

/** The donor cancels; or the campaign is cancelled. */
const givenUp = { cancel: 'CANCELLED', withdraw: 'CANCELLED' } as const;

/**
 * The life of a pledge: states are the values of pledges.status; the machine only says what may follow what. Any fact about
 * captured money outranks a failure. No report of the provider leads out of CANCELLED and EXPIRED: money that comes then
 * is recorded and refunded to the donor, unless an expired pledge is reinstated.
 * Source: docs/sources.md, "Fundraising: state machine"; beyond it, docs/lifecycles.md.
 */
export const pledgeMachine = setup({
  // All that is known of its payment, with the fact that is the event.
  types: { context: {} as Known, events: {} as PledgeEvent, input: {} as Known },
  guards,
}).createMachine({
  id: 'pledge',
  context: ({ input }) => input,
  initial: 'PENDING',
  states: {
    PENDING: {
      on: {
        ...money,
        ...givenUp,
        authorize: 'AUTHORIZED',
        fail: 'FAILED',
        void: 'FAILED',
        expire: 'EXPIRED',
      },
    },
    AUTHORIZED: { on: { ...money, ...givenUp, fail: 'FAILED', void: 'FAILED' } },
    FAILED: { on: { ...money, withdraw: 'CANCELLED', expire: 'EXPIRED' } },
    CANCELLED: {},
    EXPIRED: { on: { reinstate: standing, withdraw: 'CANCELLED' } },
    CAPTURED: { on: money },
    COMPLETED: { on: money },
    CONFLICTED: { on: { ...money, resolve: standing } },
    PARTIALLY_REFUNDED: { on: money },
    REFUNDED: { on: money },
    CHARGED_BACK: { on: money },
    CHARGEBACK_REVERSED: { on: money },
  },
});
