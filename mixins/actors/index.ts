// The one way to change state: ask an actor. Its rule decides, its mailbox commits, then the caller is answered.
import {
  actions as contracts,
  type ActionName,
  type MessageName,
  type Params,
  type Payload,
  type Result,
} from '#contracts';
import { action, defineMixin, type Action, type Ctx, type Subscription, type Service } from '#lib/service';
import { world } from '#lib/world';
import { hash } from 'node:crypto';
import { committer, type Actor, type Command } from './actor.ts';
import type { FoundingRule, Rule } from './decision.ts';
import { mailbox, type Mailbox } from './mailbox.ts';
import type { State } from './store.ts';

export { actor } from './actor.ts';
export { table, type State } from './store.ts';

/** Gives each kind of actor its mailbox on this node. */
export const actors = (...kinds: Actor<State>[]) =>
  defineMixin<Service & { mailboxes: Map<string, Mailbox<Command<State>>> }>({
    created() {
      this.mailboxes = new Map(kinds.map((kind) => [kind.name, mailbox(committer(kind, this.db))]));
    },
  });

/** What a state is answered with. Kept with the caller's Idempotency-Key, to be answered again. */
type Answer<N extends ActionName, S> = (state: S, service: Service) => Result<N>;

/**
 * An action that applies `rule` to the actor whose key is the parameter `id`. `see` looks up what the rule must know beside
 * the parameters; `whose` says to whom an Idempotency-Key belongs where nobody is signed in, and must have made sure of him:
 * what is repeated is answered before the rule is asked. Throws what the rule throws; BUSY when its mailbox is full.
 */
export function command<N extends ActionName, S extends State>(
  name: N,
  actor: Actor<S>,
  rule: Rule<S, Params<N>>,
  answer: Answer<N, S>,
): Action<N>;
export function command<N extends ActionName, S extends State, I>(
  name: N,
  actor: Actor<S>,
  rule: Rule<S, I>,
  answer: Answer<N, S>,
  see: See<Ctx<Params<N>>, I>,
  whose?: Whose<N>,
): Action<N>;
export function command<N extends ActionName, S extends State>(
  name: N,
  actor: Actor<S>,
  rule: Rule<S, never>,
  answer: Answer<N, S>,
  see?: See<Ctx<Params<N>>, unknown>,
  whose?: Whose<N>,
): Action<N> {
  const handler: Parameters<typeof action<N>>[1] = async function (ctx) {
    const { id } = ctx.params as { id: string };
    const input = see ? await see(this, ctx) : ctx.params;
    const owner = ctx.meta.caller?.user_id ?? whose?.(this, ctx);
    const asked = { ...given(name, ctx, owner), input, key: id };
    return ask(this, actor, { ...asked, mode: 'existing', rule, answer: (state) => answer(state, this) });
  };
  return action(name, handler, { key: 'id' });
}

/**
 * An action that makes a new actor. `see` looks up what the rule must know of the world. `whose` says to whom an
 * Idempotency-Key belongs where nobody is signed in.
 */
export const founding = <N extends ActionName, S extends State, I>(
  name: N,
  actor: Actor<S>,
  rule: FoundingRule<S, I>,
  see: See<Ctx<Params<N>>, I>,
  answer: Answer<N, S>,
  whose?: Whose<N>,
): Action<N> =>
  action(name, async function (ctx) {
    const input = await see(this, ctx);
    const owner = ctx.meta.caller?.user_id ?? whose?.(this, ctx);
    const asked = { ...given(name, ctx, owner), input, key: world.newId() };
    return ask(this, actor, { ...asked, mode: 'fresh', rule, answer: (state) => answer(state, this) });
  });

type Whose<N extends ActionName> = (service: Service, ctx: Ctx<Params<N>>) => string | undefined;

/** What a rule must know of the world, looked up before it decides. */
type See<From, I> = (service: Service, from: From) => I | Promise<I>;

/** The field of the payload that is the actor's key, or how it follows from the payload. */
type KeyOf<N extends MessageName> = (keyof Payload<N> & string) | ((payload: Payload<N>) => string);

/** Applies `rule` to the actor of a message's key; once, however often the message is delivered. */
export const hears = <N extends MessageName, S extends State>(
  name: N,
  actor: Actor<S>,
  key: KeyOf<N>,
  rule: Rule<S, Payload<N>>,
): Subscription => hearing(name, actor, 'existing', key, rule as Rule<S, never>);

/**
 * The same for a message that makes an actor. Its key must follow from the message: then the actor itself tells that
 * the message was handled, and the rule is given it.
 */
export const hearsFounding = <N extends MessageName, S extends State, I = Payload<N>>(
  name: N,
  actor: Actor<S>,
  key: KeyOf<N>,
  rule: FoundingRule<S, I>,
  see?: (service: Service, payload: Payload<N>) => I,
): Subscription => hearing(name, actor, 'founding', key, rule as Rule<S, never>, see);

function hearing<N extends MessageName, S extends State>(
  name: N,
  actor: Actor<S>,
  mode: 'founding' | 'existing',
  key: KeyOf<N>,
  rule: Rule<S, never>,
  see?: (service: Service, payload: Payload<N>) => unknown,
): Subscription {
  const keyOf = typeof key === 'function' ? key : (payload: Payload<N>) => String(payload[key]);
  return {
    message: name,
    // Into the mailbox in the same turn: the messages of a key keep their order.
    handler({ id, payload, by }, envelope) {
      const input = see ? see(this, payload) : payload;
      return ask(this, actor, {
        ...{ name, mode, rule, envelope, input, key: keyOf(payload), answer: () => undefined },
        ...{
          command_id: mode === 'founding' ? null : id,
          input_hash: null,
          by: undefined,
          cause: id,
          on_behalf_of: by,
        },
      });
    },
  };
}

type Given<S, R> = Omit<Command<S>, 'at' | 'answer' | 'resolve' | 'reject'> & { answer: (state: S) => R };

/** Puts a command into its actor's mailbox; resolves with its answer once what it led to is committed. */
export const ask = <S extends State, R>(
  service: Service,
  { name }: Actor<S>,
  given: Given<S, R>,
): Promise<R> => {
  const { mailboxes } = service as Service & { mailboxes: Map<string, Mailbox<Command<S>>> };
  const box = mailboxes.get(name)!;
  return new Promise<R>((resolve, reject) => {
    box.put({ ...given, at: world.now(), resolve, reject });
  });
};

/**
 * Applies a rule on behalf of the platform itself: nobody has called, and nobody hears the answer. With a `command_id` once,
 * however often; without, the rule is to be harmless when it is applied again.
 */
export const apply = <S extends State, I>(
  service: Service,
  actor: Actor<S>,
  given: {
    name: string;
    key: string;
    rule: Rule<S, I>;
    input: I;
    command_id: string | null;
    cause?: string | null;
  },
): Promise<undefined> =>
  ask(service, actor, {
    ...{ cause: null, ...given, rule: given.rule, mode: 'existing' },
    ...{ input_hash: null, by: undefined, on_behalf_of: null, answer: () => undefined },
  });

/** What a call tells of itself. An Idempotency-Key belongs to (owner, action). */
function given<N extends ActionName>(
  name: N,
  { params, meta, requestID }: Ctx<Params<N>>,
  owner: string | undefined,
) {
  const { caller, idempotency_key } = meta;
  const isKeyed = idempotency_key !== undefined && owner !== undefined;
  return {
    ...{ name, by: caller, cause: requestID ?? null, on_behalf_of: caller?.user_id ?? null },
    command_id: isKeyed ? digest(`${owner} ${name} ${idempotency_key}`) : null,
    input_hash: isKeyed
      ? digest(JSON.stringify(fieldsOf(name).map((field) => (params as never)[field] ?? null)))
      : null,
  };
}

/** In the contract's order, whatever the order they came in: the same fields are the same request. */
const fieldsOf = (name: ActionName) => Object.keys(contracts[name].params.properties);

/** 128 bits of SHA-256 in the shape of a UUID: 16 bytes in an index, however long the key was. */
function digest(text: string): string {
  const hex = hash('sha256', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
