import { lifecycle } from '#lib/lifecycle';
import { describe, expect, test } from '@jest/globals';
import { and, createMachine, setup, transition } from 'xstate';

type Event = { type: 'pay'; amount: number } | { type: 'close' } | { type: 'ping' } | { type: 'lose' };

/** Everything that compiles: guards by name, inline and with parameters, several edges of one event, edges of the machine. */
const machine = setup({
  types: { context: {} as { limit: number }, events: {} as Event, input: {} as { limit: number } },
  guards: {
    isOver: ({ context, event }) => event.type === 'pay' && event.amount > context.limit,
    isAtLeast: ({ event }, { amount }: { amount: number }) => event.type === 'pay' && event.amount >= amount,
  },
}).createMachine({
  id: 'till',
  context: ({ input }) => input,
  initial: 'OPEN',
  on: { lose: '.LOST', close: '.CLOSED' },
  states: {
    OPEN: {
      on: {
        pay: [
          { target: 'OVERPAID', guard: 'isOver' },
          { target: 'PAID', guard: { type: 'isAtLeast', params: { amount: 10 } } },
          { target: 'OPEN', guard: ({ event }) => event.type === 'pay' && event.amount > 0 },
        ],
      },
    },
    PAID: { on: { close: { target: 'LOST', guard: ({ context }) => context.limit === 0 } } },
    OVERPAID: { on: { close: 'OPEN' } },
    CLOSED: { type: 'final' },
    LOST: {},
  },
});

const events: Event[] = [
  ...[0, 1, 10, 11, 100, 101].map((amount) => ({ type: 'pay' as const, amount })),
  { type: 'close' as const },
  { type: 'ping' as const },
  { type: 'lose' as const },
];
const cases = Object.keys(machine.states).flatMap((status) =>
  events.flatMap((event) => [0, 100].map((limit) => [status, event, { limit }] as const)),
);

test.each(cases)('from %s, %j leads where XState says, with %j', (status, event, context) => {
  const table = lifecycle(machine);
  const before = machine.resolveState({ value: status, context, status: 'active' });
  const [after] = transition(machine, before, event);
  expect(table.afterFact(status, event, context)).toBe(after.value);
  if (before.can(event)) expect(table.after(status, event, context)).toBe(after.value);
  else expect(() => table.after(status, event, context)).toThrow('Not allowed in the current status');
});

test('the error of a step that is not allowed names the machine, the status and the event', () => {
  const refused = () => lifecycle(machine).after('LOST', { type: 'pay', amount: 1 }, { limit: 1 });
  expect(refused).toThrow(
    expect.objectContaining({
      type: 'TRANSITION_NOT_ALLOWED',
      data: { lifecycle: 'till', from: 'LOST', event: 'pay' },
    }),
  );
});

describe('a machine that a table would misread is refused when the service starts', () => {
  const of = (state: object, root: object = {}) =>
    createMachine({ id: 'odd', initial: 'A', states: { A: state, B: {} }, ...root });
  const isTrue = () => true;

  test.each([
    ['nested states', of({ initial: 'C', states: { C: {} } }), /only flat states/],
    ['parallel states', of({ type: 'parallel', states: { C: {} } }), /only flat states/],
    ['steps without an event', of({ always: 'B' }), /only flat states/],
    ['steps by time', of({ after: { 10: 'B' } }), /only flat states/],
    ['an entry action', of({ entry: () => {} }), /only flat states/],
    ['an exit action of the machine', of({}, { exit: () => {} }), /only flat states/],
    ['something invoked', of({ invoke: { src: 'other' } }), /only flat states/],
    ['any event', of({ on: { '*': 'B' } }), /events by name/],
    ['any event of the machine', of({}, { on: { 'pay.*': '.B' } }), /events by name/],
    ['an action', of({ on: { go: { target: 'B', actions: () => {} } } }), /actions belong in the rules/],
    ['a composed guard', of({ on: { go: { target: 'B', guard: and([isTrue]) } } }), /plain guard functions/],
    ['a guard that nobody wrote', of({ on: { go: { target: 'B', guard: 'isGone' } } }), /plain guard/],
    [
      'parameters that are computed',
      setup({ guards: { isTrue } }).createMachine({
        id: 'odd',
        initial: 'A',
        states: { A: { on: { go: { target: 'B', guard: { type: 'isTrue', params: () => ({}) } } } }, B: {} },
      }),
      /fixed params/,
    ],
  ])('%s', (_what, odd, message) => {
    expect(() => lifecycle(odd)).toThrow(message);
  });
});
