import {
  actions as contracts,
  type ActionName,
  type MessageOf,
  type Params,
  type Result,
  type ServiceOf,
} from '#contracts';
import { action, type Action, type Ctx, type Service } from '#lib/service';
import { world } from '#lib/world';
import { hash } from 'node:crypto';
import type { Actor, Command } from './actor.ts';
import { ask } from './ask.ts';
import type { CreateRule, Rule } from './decision.ts';
import type { State } from './store.ts';

interface Options<N extends ActionName, S extends State> {
  actor: Actor<S>;
  /** The reply; stored with the caller's Idempotency-Key, for repetitions. */
  reply: (state: S, service: Service) => Result<N>;
  /**
   * The owner of an Idempotency-Key where nobody is signed in. A repetition is answered before the rule runs: what is asked
   * (the parameters) must prove by itself that the caller may read the answer.
   */
  idempotencyScope?: (service: Service, ctx: Ctx<Params<N>>) => string | undefined;
  /** Parameters of one attempt: a repetition may have others, and is the same request all the same. */
  ofAttempt?: readonly (keyof Params<N> & string)[];
  /**
   * Refuses before anything is loaded, by what is outside the actor. `command_id` is under which a repetition is found in the
   * inbox: that must be let through. Null without an Idempotency-Key.
   */
  admit?: (service: Service, ctx: Ctx<Params<N>>, command_id: string | null) => Promise<void>;
}

/** Loads what the rule needs beside the parameters. */
type Load<N extends ActionName, I> = (service: Service, ctx: Ctx<Params<N>>) => I | Promise<I>;

type RuleOf<N extends ActionName, S, I> = Rule<S, I, MessageOf<ServiceOf<N>>>;
type CreateRuleOf<N extends ActionName, S, I> = CreateRule<S, I, MessageOf<ServiceOf<N>>>;

/**
 * An action that applies `rule` to the actor whose key is the parameter `id`. The rule's input is the result of `load`, or
 * else the parameters. Throws what the rule throws; BUSY when the actor's mailbox is full.
 */
export function command<N extends ActionName, S extends State>(
  name: N,
  options: Options<N, S> & { rule: RuleOf<N, S, Params<N>>; load?: never },
): Action<N>;
export function command<N extends ActionName, S extends State, I>(
  name: N,
  options: Options<N, S> & { rule: RuleOf<N, S, I>; load: Load<N, I> },
): Action<N>;
export function command<N extends ActionName, S extends State>(
  name: N,
  options: AnyOptions<N, S>,
): Action<N> {
  const target = ({ params }: Ctx<Params<N>>) => ({
    key: (params as { id: string }).id,
    mode: 'existing' as const,
  });
  return action(name, asking(name, options, target), { key: 'id' });
}

/**
 * An action that creates an actor; its rule gets no state. With a `key` that follows from the parameters there is one actor of
 * a kind: where it exists, the rule gets it.
 */
export function createCommand<N extends ActionName, S extends State>(
  name: N,
  options: Options<N, S> & Keyed<N> & { rule: CreateRuleOf<N, S, Params<N>>; load?: never },
): Action<N>;
export function createCommand<N extends ActionName, S extends State, I>(
  name: N,
  options: Options<N, S> & Keyed<N> & { rule: CreateRuleOf<N, S, I>; load: Load<N, I> },
): Action<N>;
export function createCommand<N extends ActionName, S extends State>(
  name: N,
  options: AnyOptions<N, S> & Keyed<N>,
): Action<N> {
  const { key } = options;
  const target = ({ params }: Ctx<Params<N>>) =>
    key ? { key: key(params), mode: 'upsert' as const } : { key: world.newId(), mode: 'new' as const };
  return action(name, asking(name, options, target));
}

interface Keyed<N extends ActionName> {
  key?: (params: Params<N>) => string;
}

type AnyOptions<N extends ActionName, S extends State> = Options<N, S> & {
  rule: Rule<S, never> | CreateRule<S, never>;
  load?: Load<N, unknown>;
};

type Target<S> = Pick<Command<S>, 'key' | 'mode'>;

/** What an action does: it loads what the rule must know, and asks the actor that `target` says. */
function asking<N extends ActionName, S extends State>(
  name: N,
  { actor, rule, load, reply, idempotencyScope, ofAttempt = [], admit }: AnyOptions<N, S>,
  target: (ctx: Ctx<Params<N>>) => Target<S>,
) {
  return async function (this: Service, ctx: Ctx<Params<N>>): Promise<Result<N>> {
    const scope = ctx.meta.caller?.user_id ?? idempotencyScope?.(this, ctx);
    const meta = commandMeta(name, ctx, scope, ofAttempt);
    await admit?.(this, ctx, meta.command_id);
    const input = load ? await load(this, ctx) : ctx.params;
    return ask(this, actor, {
      ...meta,
      ...target(ctx),
      rule,
      input,
      reply: (state: S) => reply(state, this),
    });
  };
}

type CommandMeta = Pick<
  Command<never>,
  'name' | 'caller' | 'causation_id' | 'user_id' | 'command_id' | 'input_hash' | 'if_match'
>;

/** The metadata of a call. An Idempotency-Key belongs to (scope, action). */
function commandMeta<N extends ActionName>(
  name: N,
  { params, meta, requestID }: Ctx<Params<N>>,
  scope: string | undefined,
  ofAttempt: readonly string[],
): CommandMeta {
  const { caller, idempotency_key, if_match } = meta;
  const isKeyed = idempotency_key !== undefined && scope !== undefined;
  return {
    name,
    caller,
    if_match,
    causation_id: requestID ?? null,
    user_id: caller?.user_id ?? null,
    command_id: isKeyed ? digest(`${scope} ${name} ${idempotency_key}`) : null,
    input_hash: isKeyed
      ? digest(JSON.stringify(fieldsOf(name, ofAttempt).map((field) => (params as never)[field] ?? null)))
      : null,
  };
}

/** In the contract's order: the same fields in another order are the same request. */
const fieldsOf = (name: ActionName, except: readonly string[]) =>
  Object.keys(contracts[name].params.properties).filter((field) => !except.includes(field));

/** 128 bits of SHA-256 as a UUID: 16 bytes in an index for a key of any length. */
function digest(text: string): string {
  const hex = hash('sha256', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
