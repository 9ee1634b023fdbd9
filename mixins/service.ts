// How a service is put together. Its file is its table of contents; what every service needs is added here, in order.
import { publishedBy, type ActionName, type MessageOf } from '#contracts';
import type { PersonalData } from '#lib/personal';
import { RENDEZVOUS } from '#lib/rendezvous';
import {
  defineMixin,
  type Action,
  type Mixin,
  type TimerHandler,
  type Service,
  type ServiceDefinition,
  type Subscription,
} from '#lib/service';
import { actors as hosting } from '#mixins/actors';
import type { Actor } from '#mixins/actors/actor';
import type { State } from '#mixins/actors/store';
import { database as withDatabase } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { invariants as checking, type Check } from '#mixins/invariants';
import { ledgerTimeouts } from '#mixins/ledger/timeouts';
import { outbox } from '#mixins/outbox';
import { personalData as telling } from '#mixins/personal-data';
import { fireTimers } from '#mixins/timers';
import { retention as deleting } from '#mixins/timers/retention';

interface Definition<S extends string> {
  /** Also its folder, and the prefix of its actions. */
  name: S;
  /** All that its contract names. */
  actions: Action<ActionName & `${NoInfer<S>}.${string}`>[];
  actors?: Actor<State>[];
  /** The messages that it consumes, each once. Their handlers publish nothing but the service's own messages. */
  subscriptions?: Subscription<MessageOf<NoInfer<S>>>[];
  /** Handlers of its timers: all that its contract names. */
  timers?: TimerHandler<MessageOf<NoInfer<S>>>[];
  /** By table: the SQL condition under which a row is deleted. */
  retention?: Record<string, string>;
  /** What must always hold of what it keeps, by what it is called; `commonweal verify` looks at it. */
  invariants?: Record<string, Check>;
  /** What it keeps of people, and why; they may see it. A table about people that nobody has declared fails a test. */
  personalData?: PersonalData;
  /** Further mixins. They stop before the database does, and after all else. */
  mixins?: Mixin[];
  /** A service without a database has neither actors nor messages. */
  database?: false;
}

/** A service of the platform, as its file exports it. */
export function defineService<S extends string>(definition: Definition<S>): ServiceDefinition {
  const { name, actions, subscriptions = [], timers = [] } = definition;
  const database = definition.database !== false;
  return {
    name,
    database,
    subscriptions,
    personalData: definition.personalData,
    timers: timers.filter(({ each_ms }) => each_ms === undefined).map((timer) => timer.name),
    schema: {
      name,
      mixins: database ? keeping(definition) : [...(definition.mixins ?? []), healthy],
      actions: Object.fromEntries(
        actions.map(({ name: full, handler, key }) => [
          full.slice(name.length + 1),
          key === undefined ? { handler } : { handler, strategy: RENDEZVOUS, strategyOptions: { key } },
        ]),
      ) as never,
      subscriptions: new Map(subscriptions.map((subscription) => [subscription.message, subscription])),
    } as never,
  };
}

/** The mixins of a service that has a database. The first stops first; the database, last. */
function keeping<S extends string>(definition: Definition<S>): Mixin[] {
  const {
    name,
    actors = [],
    timers = [],
    retention = {},
    invariants = {},
    personalData,
    mixins = [],
  } = definition;
  const hasLedger = actors.some(({ ledger }) => ledger);
  return [
    hosting(actors),
    checking(invariants),
    telling(personalData),
    fireTimers([
      ...timers,
      ...(hasLedger ? [ledgerTimeouts] : []),
      ...Object.entries({ inbox: INBOX, ...retention }).map(([table, isOver]) => deleting(table, isOver)),
    ]),
    ...(publishedBy(name).length > 0 ? [outbox] : []),
    inbox,
    ...mixins,
    withDatabase,
  ];
}

// 90 days are far beyond the 24 h of an Idempotency-Key, and beyond anything that an outbox still publishes.
const INBOX = `handled_at < now() - interval '90 days'`;

/** Without a database, nothing can be unavailable. */
const healthy = defineMixin<Service>({
  actions: { health: { visibility: 'public', handler: () => Promise.resolve() } },
});
