// How services, actions and subscriptions are written. Nothing else in the platform uses Moleculer's own shapes.
import {
  actions as contracts,
  type ActionContract,
  type ActionName,
  type MessageName,
  type Params,
  type Payload,
  type Result,
  type TimerName,
  type TimerPayload,
} from '#contracts';
import { may, type Caller } from '#lib/caller';
import { callerSecretOf, readCaller } from '#lib/signed-caller';
import { isDisconnected, type Pool } from '#lib/database';
import { fail } from '#lib/errors';
import type { PersonalData } from '#lib/personal';
import { validator } from '#lib/validation';
import type { Instant } from '#lib/world';
import type { Context, Service as MoleculerService, ServiceBroker, ServiceSchema } from 'moleculer';

/** The metadata of a call. */
export interface Meta {
  /** Who calls, as the gateway has signed it (lib/signed-caller.ts); none for the platform's own calls. */
  signed_caller?: string;
  idempotency_key?: string;
  /** What is changed must have one of these versions; none: any will do. */
  if_match?: readonly number[];
  /** The network that the request came from (IPv6: its /64), as the gateway saw it; none for the platform's own calls. */
  address?: string;
  /** The whole address, for those who verify challenges. */
  ip?: string;
  /** What the client calls itself: for auth alone. */
  user_agent?: string;
}

/** Typed calls: a misspelt action or a wrong parameter does not compile. */
export interface Calls {
  call<N extends ActionName>(name: N, params: Params<N>): Promise<Result<N>>;
}

/** A call under way. */
export interface Ctx<P> extends Calls, Pick<Context<P, Meta>, 'params' | 'id' | 'requestID'> {
  meta: Meta & {
    /** Who calls, by the signature of the gateway. */
    readonly caller?: Caller;
  };
}

/** Calls without a caller: of a timer, of a message. */
export const callsOf = ({ broker }: Service): Calls => broker;

/** A service as its handlers see it. */
export interface Service extends Pick<MoleculerService, 'name' | 'logger' | 'broker'> {
  /** The service's own database. */
  db: Pool;
}

/** A message on its way from an outbox to a consumer. `causation_id` is the id of the request or message that led to it. */
export interface Delivery<N extends MessageName = MessageName> {
  id: string;
  name: N;
  key: string;
  payload: Payload<N>;
  published_at: Instant;
  causation_id: string | null;
  /** The user behind it. */
  user_id: string | null;
}

/** Deliveries that came together, in order. `failed` contains the keys whose message failed: their later ones wait. */
export interface DeliveryBatch {
  failed: Set<string>;
}

/** A service's handler of a message. Resolves once the effect is committed. */
export interface Subscription<P extends MessageName = MessageName> {
  message: MessageName;
  handler(this: Service, delivery: Delivery, batch: DeliveryBatch): Promise<unknown>;
  /** For the compiler alone: the messages that it may publish. */
  publishes?: P;
}

/** A timer, unique by its name and key. */
export interface StoredTimer {
  name: string;
  key: string;
  due_at: Instant;
  payload: Record<string, unknown>;
  /** How often it has failed. */
  attempts: number;
}

/** The same, typed by its contract. */
export interface Timer<N extends TimerName = TimerName> extends StoredTimer {
  name: N;
  payload: TimerPayload<N>;
}

/** The handler of due timers. Resolves once the effect is committed; when it rejects, the timer is retried. */
export interface TimerHandler<P extends MessageName = MessageName> {
  name: string;
  /** Its effect is outside the database: fewer run at once. */
  isOutside?: true;
  /** It repeats, this long after its end. */
  each_ms?: number;
  handler(this: Service, timer: StoredTimer): Promise<unknown>;
  /** For the compiler alone: the messages that it may publish. */
  publishes?: P;
}

export interface Action<N extends ActionName = ActionName> {
  name: N;
  /** The parameter with the actor's key: all its calls go to one node. */
  key?: string;
  handler(this: Service, ctx: Ctx<never>): Promise<unknown>;
}

/**
 * Implements one contracted action. Caller, permission and parameters are checked before the handler runs.
 * Throws CALLER_FORGED, SIGN_IN_REQUIRED, PERMISSION_DENIED, VALIDATION_FAILED, and UNAVAILABLE when the database is unavailable.
 */
export function action<N extends ActionName>(
  name: N,
  handler: (this: Service, ctx: Ctx<Params<N>>) => Promise<Result<N>>,
  { key }: Pick<Action, 'key'> = {},
): Action<N> {
  const contract: ActionContract = contracts[name];
  const validate = validator(contract.params);
  async function checked(this: Service, ctx: Ctx<Params<N>>) {
    // Not enumerable, so that the calls that follow pass on what is signed, and nothing else.
    Object.defineProperty(ctx.meta, 'caller', {
      value: callerOf(this, ctx.meta),
      enumerable: false,
      configurable: true,
    });
    permit(contract, ctx.meta.caller);
    validate(ctx.params);
    try {
      return await handler.call(this, ctx);
    } catch (error) {
      throw isDisconnected(error) ? fail('UNAVAILABLE') : error;
    }
  }
  // For stack traces.
  Object.defineProperty(handler, 'name', { value: name });
  return key === undefined ? { name, handler: checked } : { name, key, handler: checked };
}

/** Part of a service, in Moleculer's shape. */
export type Mixin = Partial<ServiceSchema>;

/** A mixin whose `this` is checked as `This`. */
export const defineMixin = <This>(
  schema: {
    created?(): void;
    started?(): Promise<void>;
    stopped?(): Promise<void>;
    /** Actions for the platform itself: without a route, and not in the contracts. */
    actions?: Record<string, { visibility: 'public'; handler(ctx: { params: never }): unknown }>;
  } & ThisType<This>,
) => schema as unknown as Mixin;

/** The export of a service's file. */
export interface ServiceDefinition {
  name: string;
  /** Whether it has a database of its own. */
  database: boolean;
  /** Its folder; undefined where a test wrote it. */
  folder?: string;
  subscriptions: Subscription[];
  /** The timers of its contract that it handles. */
  timers: string[];
  /** What it says of what it keeps of people. */
  personalData?: PersonalData | undefined;
  schema: ServiceSchema;
}

export type Broker = ServiceBroker;

const callerOf = ({ broker }: Service, { signed_caller }: Meta): Caller | undefined =>
  signed_caller === undefined ? undefined : readCaller(callerSecretOf(broker), signed_caller);

/** Throws SIGN_IN_REQUIRED or PERMISSION_DENIED where a caller may not call an action at all. */
export function permit(
  { permission, permissionIfSignedIn }: Pick<ActionContract, 'permission' | 'permissionIfSignedIn'>,
  caller: Caller | undefined,
): void {
  const needed = caller ? (permissionIfSignedIn ?? permission) : permission;
  if (needed === 'anyone' || needed === 'internal') return;
  if (!caller) throw fail('SIGN_IN_REQUIRED');
  if (!may(caller, needed)) throw fail('PERMISSION_DENIED', { permission: needed });
}
