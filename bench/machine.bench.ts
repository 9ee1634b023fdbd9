// One step of a pledge's lifecycle: the compiled table against XState's own transition.
import { lifecycle } from '#lib/lifecycle';
import type { Facts } from '#machines/finance/facts';
import { pledgeMachine } from '#machines/fundraising/pledge.machine';
import { transition } from 'xstate';
import { record } from './kit.ts';

const SECONDS = 2;
const ROUNDS = 3;

// Half of them evaluate guards on the facts, half are an edge without a guard.
const steps = [
  { status: 'PENDING', event: { type: 'authorize' }, facts: { authorized: true } },
  { status: 'AUTHORIZED', event: { type: 'capture', amount: 1000 }, facts: { captured: [1000] } as Facts },
  { status: 'CAPTURED', event: { type: 'settle', amount: 1000 }, facts: { captured: [1000], settled: [1000] } as Facts },
  { status: 'PENDING', event: { type: 'fail' }, facts: { failed: true } },
] as const;

export default async function machine(): Promise<void> {
  const life = lifecycle(pledgeMachine);
  const contexts = steps.map(({ facts }) => ({ amount: 1000, facts }));
  const byTable = (i: number) => life.after(steps[i]!.status, steps[i]!.event, contexts[i]!);
  const states = steps.map(({ status }, i) =>
    pledgeMachine.resolveState({ value: status, context: contexts[i]! }),
  );
  const byXState = (i: number) => transition(pledgeMachine, states[i]!, steps[i]!.event)[0].value;
  steps.forEach((_, i) => {
    if (byTable(i) !== byXState(i)) throw new Error('The two do not agree');
  });
  rateOf(byTable);
  rateOf(byXState);
  const lines = Array.from({ length: ROUNDS }, () => {
    const [table, xstate] = [rateOf(byTable), rateOf(byXState)];
    return `| ${Math.round(table).toLocaleString('en')} | ${Math.round(xstate).toLocaleString('en')} | ${(table / xstate).toFixed(0)} |`;
  });
  await record(
    'machine',
    `Steps a second, four kinds in turn, ${SECONDS} s in each round.

| table | XState \`transition\` | ÷ |\n|---|---|---|\n${lines.join('\n')}`,
  );
}

function rateOf(step: (i: number) => unknown): number {
  const ends_ms = performance.now() + SECONDS * 1000;
  let done = 0;
  do {
    for (let i = 0; i < 1000; i++) step(i % steps.length);
    done += 1000;
  } while (performance.now() < ends_ms);
  return done / SECONDS;
}
