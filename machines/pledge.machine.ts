import { setup } from 'xstate';
import { guards, type Fact, type Known } from './facts.ts';

type PledgeEvent = Fact | { type: 'cancel' } | { type: 'expire' };

/** Where a pledge stands once its money was taken, the strongest first: it follows from the facts, not their order. */
const standing = [
  { target: 'CONFLICTED', guard: 'isConflicting' },
  { target: 'CHARGED_BACK', guard: 'isDisputed' },
  { target: 'REFUNDED', guard: 'isRefunded' },
  { target: 'PARTIALLY_REFUNDED', guard: 'isPartlyRefunded' },
  { target: 'CHARGEBACK_REVERSED', guard: 'isReversed' },
  { target: 'COMPLETED', guard: 'isSettled' },
  { target: 'CAPTURED', guard: 'isCaptured' },
] as const;

const money = { capture: standing, settle: standing, refund: standing, dispute: standing, win: standing };

/**
 * The life of a pledge: states are the values of pledges.status, and it only says what may follow what. Any fact
 * about captured money outranks a failure. Nothing of the provider's leads out of CANCELLED and EXPIRED: money that
 * comes then is recorded, and is the donor's. Source: 001, "State Machine"; beyond the drawing, docs/ARCHITECTURE.md.
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
      on: { ...money, authorize: 'AUTHORIZED', fail: 'FAILED', cancel: 'CANCELLED', expire: 'EXPIRED' },
    },
    AUTHORIZED: { on: { ...money, fail: 'FAILED', cancel: 'CANCELLED' } },
    FAILED: { on: money },
    CANCELLED: {},
    EXPIRED: {},
    CAPTURED: { on: money },
    COMPLETED: { on: money },
    CONFLICTED: { on: money },
    PARTIALLY_REFUNDED: { on: money },
    REFUNDED: { on: money },
    CHARGED_BACK: { on: money },
    CHARGEBACK_REVERSED: { on: money },
  },
});
