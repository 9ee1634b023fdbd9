import { fail } from '#lib/errors';
import type { AnyEventObject, AnyStateMachine, ContextFrom, EventFrom } from 'xstate';

interface Edge {
  target: string | undefined;
  guard: ((args: { context: unknown; event: unknown }, params: unknown) => boolean) | undefined;
  params: unknown;
}

export interface Lifecycle<M extends AnyStateMachine> {
  /** The status that `event` leads to. Throws TRANSITION_NOT_ALLOWED. */
  after(status: string, event: EventFrom<M>, context: ContextFrom<M>): string;
  /** The same for a fact, which may arrive at any time: where it leads nowhere, the status stays. */
  afterFact(status: string, event: EventFrom<M>, context: ContextFrom<M>): string;
}

/**
 * Compiles a flat machine to a table, once: a step costs two lookups and the machine's own guards, where XState's
 * `transition` builds a snapshot (23 µs). The machines' tests compare the two.
 */
export function lifecycle<M extends AnyStateMachine>(machine: M): Lifecycle<M> {
  const table = new Map(
    Object.entries(machine.states).map(([status, node]) => [status, edgesOf(machine, node)]),
  );

  function next(status: string, event: EventFrom<M>, context: ContextFrom<M>): string | undefined {
    const edges = table.get(status)?.get((event as AnyEventObject).type);
    const edge = edges?.find(({ guard, params }) => !guard || guard({ context, event }, params));
    return edge && (edge.target ?? status);
  }

  return {
    after(status, event, context) {
      const to = next(status, event, context);
      const { type } = event as AnyEventObject;
      if (!to) throw fail('TRANSITION_NOT_ALLOWED', { lifecycle: machine.id, from: status, event: type });
      return to;
    },
    afterFact: (status, event, context) => next(status, event, context) ?? status,
  };
}

type Node = AnyStateMachine['root'];

function edgesOf(machine: AnyStateMachine, node: Node) {
  // Refused when the service starts, rather than misread later.
  const does = ({ always = [], entry, exit, invoke }: Node) => [...always, ...entry, ...exit, ...invoke];
  if (!['atomic', 'final'].includes(node.type) || [node, machine.root].flatMap(does).length > 0) {
    throw new Error(
      `${node.id}: only flat states that do nothing by themselves (always, after, entry, exit, invoke) compile to a table`,
    );
  }
  const names = [...node.transitions.keys(), ...machine.root.transitions.keys()];
  const wild = names.find((name) => name.includes('*'));
  if (wild) throw new Error(`${node.id}: only events by name compile to a table, not '${wild}'`);
  // A state's own edges come before those of the machine, as in XState.
  const edges = (name: string) =>
    [node, machine.root].flatMap(({ transitions }) => transitions.get(name) ?? []);
  return new Map(names.map((name) => [name, edges(name).map((edge) => compile(machine, edge))]));
}

type Compilable = { target?: readonly Node[] | undefined; guard?: unknown; actions: readonly unknown[] };

function compile(machine: AnyStateMachine, { target, guard, actions }: Compilable): Edge {
  if (actions.length) throw new Error(`${machine.id}: actions belong in the rules`);
  const { type, params } = (typeof guard === 'object' ? guard : { type: guard }) as {
    type: string;
    params?: unknown;
  };
  const test: unknown = typeof guard === 'function' ? guard : guard && machine.implementations.guards[type];
  if (guard && (typeof test !== 'function' || 'check' in test || typeof params === 'function')) {
    throw new Error(`${machine.id}: only plain guard functions and fixed params compile to a table`);
  }
  return { target: target?.[0]?.key, guard: test as Edge['guard'], params };
}
