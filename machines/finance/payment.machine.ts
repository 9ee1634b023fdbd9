import { setup } from 'xstate';
import { guards, type Fact, type Known } from './facts.ts';

/** Where a payment stands once its money was captured, the strongest first. */
const standing = [
  { target: 'DISPUTED', guard: 'isDisputed' },
  { target: 'REFUNDED', guard: 'isRefunded' },
  { target: 'PARTIALLY_REFUNDED', guard: 'isPartlyRefunded' },
  { target: 'SETTLED', guard: 'isSettled' },
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

/**
 * The life of a payment: what its provider has reported, whatever its purpose. Before any money, a void outranks a failure,
 * and a failure an authorization, so that their order does not matter.
 */
export const paymentMachine = setup({
  types: { context: {} as Known, events: {} as Fact, input: {} as Known },
  guards,
}).createMachine({
  id: 'payment',
  context: ({ input }) => input,
  initial: 'PENDING',
  states: {
    PENDING: { on: { ...money, authorize: 'AUTHORIZED', fail: 'FAILED', void: 'VOIDED' } },
    AUTHORIZED: { on: { ...money, fail: 'FAILED', void: 'VOIDED' } },
    FAILED: { on: { ...money, void: 'VOIDED' } },
    VOIDED: { on: money },
    CAPTURED: { on: money },
    SETTLED: { on: money },
    PARTIALLY_REFUNDED: { on: money },
    REFUNDED: { on: money },
    DISPUTED: { on: money },
  },
});
