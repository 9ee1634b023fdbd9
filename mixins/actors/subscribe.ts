import type { MessageName, Payload } from '#contracts';
import type { Service, Subscription } from '#lib/service';
import type { Actor } from './actor.ts';
import { ask } from './ask.ts';
import type { CreateRule, Rule } from './decision.ts';
import type { State } from './store.ts';

/** The payload's field with the actor's key, or a function that derives it. */
type KeyOf<N extends MessageName> = (keyof Payload<N> & string) | ((payload: Payload<N>) => string);

/**
 * Applies `rule` to the actor of a message's key; once, however often the message is delivered. One that `when` is false
 * of does not concern the service: it is taken without effect.
 */
export const subscribe = <N extends MessageName, S extends State, P extends MessageName>(
  message: N,
  options: {
    actor: Actor<S>;
    key: KeyOf<N>;
    rule: Rule<S, Payload<N>, P>;
    when?: (payload: Payload<N>) => boolean;
  },
): Subscription<P> => subscription(message, { ...options, mode: 'existing' });

/**
 * The same for a message that creates an actor. The key must be derived from the message: then the actor's existence shows
 * that the message was handled, and the rule gets its state. `load` loads the rule's input.
 */
export function subscribeCreating<N extends MessageName, S extends State, P extends MessageName>(
  message: N,
  options: {
    actor: Actor<S>;
    key: KeyOf<N>;
    rule: CreateRule<S, Payload<N>, P>;
    load?: never;
    when?: (payload: Payload<N>) => boolean;
  },
): Subscription<P>;
export function subscribeCreating<N extends MessageName, S extends State, P extends MessageName, I>(
  message: N,
  options: {
    actor: Actor<S>;
    key: KeyOf<N>;
    rule: CreateRule<S, I, P>;
    load: (service: Service, payload: Payload<N>) => I;
    when?: (payload: Payload<N>) => boolean;
  },
): Subscription<P>;
export function subscribeCreating<N extends MessageName, S extends State>(
  message: N,
  options: Omit<Options<N, S>, 'mode'>,
): Subscription {
  return subscription(message, { ...options, mode: 'upsert' });
}

interface Options<N extends MessageName, S extends State> {
  actor: Actor<S>;
  key: KeyOf<N>;
  mode: 'upsert' | 'existing';
  rule: Rule<S, never>;
  load?: ((service: Service, payload: Payload<N>) => unknown) | undefined;
  when?: (payload: Payload<N>) => boolean;
}

function subscription<N extends MessageName, S extends State, P extends MessageName>(
  message: N,
  { actor, key, mode, rule, load, when = () => true }: Options<N, S>,
): Subscription<P> {
  const keyOf = typeof key === 'function' ? key : (payload: Payload<N>) => String(payload[key]);
  return {
    message,
    // Into the mailbox in the same turn: so the messages of a key keep their order.
    handler({ id, payload, user_id }, delivery_batch) {
      if (!when(payload)) return Promise.resolve();
      return ask(this, actor, {
        name: message,
        mode,
        rule,
        input: load ? load(this, payload) : payload,
        key: keyOf(payload),
        delivery_batch,
        command_id: mode === 'upsert' ? null : id,
        input_hash: null,
        caller: undefined,
        causation_id: id,
        user_id,
        reply: () => undefined,
      });
    },
  };
}
