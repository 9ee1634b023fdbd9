// How services, actions and hearings are written. Nothing else in the house meets Moleculer's own shapes.
import {
  actions as contracts,
  type ActionContract,
  type ActionName,
  type MessageName,
  type Params,
  type Payload,
  type Permission,
  type Result,
  type TimerName,
  type TimerPayload,
} from '#contracts';
import { isDisconnected, type Pool } from '#lib/database';
import { fail } from '#lib/errors';
import { validator } from '#lib/validation';
import type { Instant } from '#lib/world';
import type { Context, Service as MoleculerService, ServiceBroker, ServiceSchema } from 'moleculer';

/** Who calls: verified by the gateway, read by the rules. */
export interface Caller {
  user_id: string;
  permissions: readonly Permission[];
}

/** What travels with a call. */
export interface Meta {
  caller?: Caller;
  idempotency_key?: string;
  /** The address that the request came from, as the gateway saw it; none for what the platform does by itself. */
  address?: string;
}

/** Calls that know the contracts: a misspelt action or a wrong parameter does not compile. */
export interface Calls {
  call<N extends ActionName>(name: N, params: Params<N>): Promise<Result<N>>;
}

/** A call under way. */
export interface Ctx<P> extends Calls, Pick<Context<P, Meta>, 'params' | 'meta' | 'id' | 'requestID'> {}

/** Calls of a service that nobody has called: of a timer, of a message. */
export const callsOf = ({ broker }: Service): Calls => broker;

/** A service as its handlers see it. */
export interface Service extends Pick<MoleculerService, 'name' | 'logger' | 'broker'> {
  /** The service's own database. */
  db: Pool;
}

/** A message on its way from an outbox to one of its consumers. `causation_id` is that of the request or message that led to it. */
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

/** Deliveries that came together, in order. A key whose message failed is in `failed`: its later ones wait. */
export interface DeliveryBatch {
  failed: Set<string>;
}

/** What a service does with a message that it subscribes to. Resolves once the effect is committed. */
export interface Subscription<P extends MessageName = MessageName> {
  message: MessageName;
  handler(this: Service, delivery: Delivery, batch: DeliveryBatch): Promise<unknown>;
  /** For the compiler alone: what it may publish. */
  publishes?: P;
}

/** Something to be done at a time; one of a name and key. */
export interface StoredTimer {
  name: string;
  key: string;
  due_at: Instant;
  payload: Record<string, unknown>;
  /** How often it has failed. */
  attempts: number;
}

/** The same, as its contract names it. */
export interface Timer<N extends TimerName = TimerName> extends StoredTimer {
  name: N;
  payload: TimerPayload<N>;
}

/** What is done when a timer of its name is due. Resolves once the effect is committed; rejects: again later. */
export interface TimerHandler<P extends MessageName = MessageName> {
  name: string;
  /** Its effect is outside the database: fewer at once. */
  isOutside?: true;
  /** It repeats, so long after it has ended. */
  each_ms?: number;
  handler(this: Service, timer: StoredTimer): Promise<unknown>;
  /** For the compiler alone: what it may publish. */
  publishes?: P;
}

export interface Action<N extends ActionName = ActionName> {
  name: N;
  /** The parameter that names the actor: its calls all go to one node, whoever calls. */
  key?: string;
  handler(this: Service, ctx: Ctx<never>): Promise<unknown>;
}

/**
 * Implements one contracted action. Permission and parameters are checked before the handler sees them.
 * Throws SIGN_IN_REQUIRED, PERMISSION_DENIED, VALIDATION_FAILED, and UNAVAILABLE when the database is away.
 */
export function action<N extends ActionName>(
  name: N,
  handler: (this: Service, ctx: Ctx<Params<N>>) => Promise<Result<N>>,
  { key }: Pick<Action, 'key'> = {},
): Action<N> {
  const contract: ActionContract = contracts[name];
  const validate = validator(contract.params);
  async function checked(this: Service, ctx: Ctx<Params<N>>) {
    permit(contract.permission, ctx.meta.caller);
    validate(ctx.params);
    try {
      return await handler.call(this, ctx);
    } catch (error) {
      throw isDisconnected(error) ? fail('UNAVAILABLE') : error;
    }
  }
  // What a stack trace says.
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
    /** Called by the platform itself, behind no route: not in the contracts. */
    actions?: Record<string, { visibility: 'public'; handler(ctx: { params: never }): unknown }>;
  } & ThisType<This>,
) => schema as unknown as Mixin;

/** What a service's file exports. */
export interface ServiceDefinition {
  name: string;
  /** Whether it has a database of its own. */
  database: boolean;
  /** Where it lies; none where a test wrote it. */
  folder?: string;
  subscriptions: Subscription[];
  /** The timers of its contract that it handles. */
  timers: string[];
  schema: ServiceSchema;
}

export type Broker = ServiceBroker;

function permit(needed: ActionContract['permission'], caller: Caller | undefined) {
  if (needed === 'anyone' || needed === 'internal') return;
  if (!caller) throw fail('SIGN_IN_REQUIRED');
  if (!caller.permissions.includes(needed)) throw fail('PERMISSION_DENIED', { permission: needed });
}
