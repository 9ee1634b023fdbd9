// Facts and orders of every kind, for the tests of their consequences.
import { codeOf } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { transition, type AnyStateMachine } from 'xstate';
import type { Fact, Facts } from './finance/facts.ts';

/** Of 1,000 pledged: less, the same, and more. */
export const someAmount = fc.constantFrom(1, 300, 700, 1000, 1500);

const someAmounts = fc
  .uniqueArray(someAmount, { minLength: 1, maxLength: 3 })
  .map((amounts) => amounts.sort((a, b) => a - b));

const isTrue = fc.constant(true as const);

/** Any facts of a payment, likely or not. */
export const someFacts: fc.Arbitrary<Facts> = fc.record(
  {
    authorized: isTrue,
    failed: isTrue,
    voided: isTrue,
    settled: someAmounts,
    captured: someAmounts,
    refunds: fc.dictionary(fc.constantFrom('r1', 'r2'), someAmount, { noNullPrototype: true }),
    failed_refunds: fc.dictionary(fc.constantFrom('r1', 'r2'), isTrue, { noNullPrototype: true }),
    disputes: fc.dictionary(
      fc.constantFrom('d1', 'd2'),
      fc.record({ amount: fc.oneof(fc.constant(0), someAmount), won: fc.oneof(fc.constant(0), someAmount) }),
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: [] },
);

/** One fact of each kind: of 1,000 captured, 500 are refunded in two parts, 400 disputed and won back. */
export const oneOfEach: readonly Fact[] = [
  { type: 'authorize' },
  { type: 'capture', amount: 1000 },
  { type: 'settle', amount: 1000 },
  { type: 'fail' },
  { type: 'refund', refund_id: 'r1', amount: 300 },
  { type: 'refund', refund_id: 'r2', amount: 200 },
  { type: 'dispute', dispute_id: 'd1', amount: 400 },
  { type: 'win', dispute_id: 'd1', amount: 400 },
];

/** And the rarer ones: the hold is voided, a reported refund fails. */
export const rarer: readonly Fact[] = [{ type: 'void' }, { type: 'fail_refund', refund_id: 'r2' }];

/** The same facts with another amount. */
export const otherAmounts: readonly Fact[] = [
  { type: 'capture', amount: 900 },
  { type: 'settle', amount: 970 },
  { type: 'refund', refund_id: 'r1', amount: 350 },
  { type: 'dispute', dispute_id: 'd1', amount: 600 },
  { type: 'win', dispute_id: 'd1', amount: 150 },
];

/** Some of these, once in order and once in any other, each once or twice. */
export const twoSchedules = <T>(all: readonly T[]): fc.Arbitrary<[T[], T[]]> =>
  fc
    .subarray([...all])
    .chain((some) => fc.subarray(some).map((repeated): [T[], T[]] => [some, [...some, ...repeated]]))
    .chain(([some, sent]) =>
      fc.shuffledSubarray(sent, { minLength: sent.length }).map((shuffled): [T[], T[]] => [some, shuffled]),
    );

/** Every order of these. */
export function* permutations<T>(all: readonly T[]): Generator<T[]> {
  if (all.length === 0) yield [];
  for (const [i, first] of all.entries()) {
    for (const rest of permutations([...all].toSpliced(i, 1))) yield [first, ...rest];
  }
}

/** Compares a machine's compiled table with XState's own transitions. */
export function holdingToXState(machine: AnyStateMachine) {
  const life = lifecycle(machine);
  return (status: string, event: { type: string }, context: object): void => {
    const before = machine.resolveState({ value: status, context });
    const expected = transition(machine, before, event)[0].value as string;
    expect(life.afterFact(status, event, context)).toBe(expected);
    expect(orRefused(() => life.after(status, event, context))).toBe(
      before.can(event) ? expected : 'TRANSITION_NOT_ALLOWED',
    );
  };
}

function orRefused(step: () => string): string {
  try {
    return step();
  } catch (error) {
    return String(codeOf(error));
  }
}

/** Where each event leads from each status, in some of these contexts: the whole lifecycle as a table. */
export function pathsOf(
  machine: AnyStateMachine,
  events: readonly { type: string }[],
  contexts: readonly object[],
): Record<string, Record<string, string[]>> {
  const life = lifecycle(machine);
  const targetsOf = (status: string, event: { type: string }) => {
    const targets = contexts.map((context) => orRefused(() => life.after(status, event, context)));
    return [...new Set(targets)].filter((target) => target !== 'TRANSITION_NOT_ALLOWED').sort();
  };
  const rowOf = (status: string) =>
    Object.fromEntries(
      events
        .map((event) => [event.type, targetsOf(status, event)] as const)
        .filter(([, targets]) => targets.length > 0),
    );
  return Object.fromEntries(Object.keys(machine.states).map((status) => [status, rowOf(status)]));
}

/** The statuses that can be reached from the first, by these events in any of these contexts. */
export function reachable(
  machine: AnyStateMachine,
  events: readonly { type: string }[],
  contexts: readonly object[],
): Set<string> {
  const life = lifecycle(machine);
  const reached = new Set([machine.config.initial as string]);
  // A Set that grows during its iteration is iterated to its end.
  for (const status of reached)
    for (const event of events)
      for (const context of contexts) reached.add(life.afterFact(status, event, context));
  return reached;
}
