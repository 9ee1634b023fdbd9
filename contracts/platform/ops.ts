import { Type, type Static } from '@sinclair/typebox';
import { defineAction, Amount, exactly, Id, stringEnum, nullable, Time } from '../define.ts';
import { webhookTypes } from '../finance/sandbox.ts';

const Count = Type.Integer({ minimum: 0 });
const Service = Type.String({ maxLength: 40, description: 'the name of a service' });
const Unavailable = Type.Array(Service, {
  description: 'services that did not answer: their part is missing here',
});
const duration_ms = Type.Integer({ description: 'milliseconds' });

/** What a service still has to publish, to deliver and to do. */
export const Backlog = exactly({
  service: Service,
  /** Messages in its outbox. */
  waiting: Count,
  oldest_ms: nullable(duration_ms),
  /** Messages that a consumer has not taken yet. */
  pending: Type.Array(exactly({ consumer: Service, messages: Count, oldest_ms: duration_ms })),
  /** Timers that should have fired by now. */
  overdue: Count,
  most_overdue_ms: nullable(duration_ms),
  dead_letters: Count,
});
export type Backlog = Static<typeof Backlog>;

/** A message on which its consumer has failed as often as it may. */
export const DeadLetter = exactly({
  /** Its consumer. */
  service: Service,
  message_id: Id,
  name: Type.String(),
  key: Type.String(),
  payload: Type.Record(Type.String(), Type.Unknown()),
  published_at: Time,
  error: Type.String(),
  attempts: Count,
  dead_lettered_at: Time,
});
export type DeadLetter = Static<typeof DeadLetter>;

/** How much of one invariant was checked, and its violations: at most the first of each page. */
export const VerifiedInvariant = exactly({
  service: Service,
  invariant: Type.String(),
  checked: Count,
  violations: Type.Array(exactly({ key: Type.String(), found: Type.String() })),
});
export type VerifiedInvariant = Static<typeof VerifiedInvariant>;

const letter = exactly({ message_id: Id });

export const actions = {
  'ops.read_backlog': defineAction({
    summary: 'Returns the messages and timers that wait in each service, and for how long. For admins.',
    permission: 'ops:read',
    route: 'GET /api/ops/outbox',
    params: exactly({}),
    result: exactly({ data: Type.Array(Backlog), unavailable: Unavailable }),
  }),
  'ops.list_dead_letters': defineAction({
    summary: 'Lists the dead letters, at most the oldest 1,000 of each consumer. For admins.',
    permission: 'ops:read',
    route: 'GET /api/ops/dead-letters',
    params: exactly({ service: Type.Optional(Service) }),
    result: exactly({ data: Type.Array(DeadLetter), unavailable: Unavailable }),
  }),
  'ops.get_dead_letter': defineAction({
    summary: 'Returns the dead letters of a message, one for each consumer that failed on it. For admins.',
    permission: 'ops:read',
    route: 'GET /api/ops/dead-letters/:message_id',
    params: letter,
    result: exactly({ data: Type.Array(DeadLetter), unavailable: Unavailable }),
    errors: ['DEAD_LETTER_NOT_FOUND'],
  }),
  'ops.retry_dead_letter': defineAction({
    summary: 'Retries a dead letter. It stays, with its new error, if it fails again. For admins.',
    permission: 'ops:retry',
    route: 'POST /api/ops/dead-letters/:message_id/retry',
    params: letter,
    result: exactly({ retried: Count, failed: Type.Array(DeadLetter) }),
    errors: ['DEAD_LETTER_NOT_FOUND'],
  }),
  'ops.retry_dead_letters': defineAction({
    summary:
      'Retries dead letters for up to 5 seconds, the oldest first. `remaining` were not tried. For admins.',
    permission: 'ops:retry',
    route: 'POST /api/ops/dead-letters/retry',
    params: exactly({ service: Type.Optional(Service) }),
    result: exactly({
      retried: Count,
      failed: Type.Array(DeadLetter),
      remaining: Count,
      unavailable: Unavailable,
    }),
  }),
  'ops.trigger_webhook': defineAction({
    summary: 'Makes the sandbox send a webhook about a payment. For admins.',
    permission: 'ops:retry',
    route: 'POST /api/ops/webhooks/trigger',
    params: exactly({ payment_id: Id, type: stringEnum(webhookTypes), amount: Type.Optional(Amount) }),
    result: exactly({ webhook_id: Id }),
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN'],
  }),
  'ops.verify': defineAction({
    summary:
      'Checks the invariants of all services for up to 3 seconds; `next_cursor` continues. For admins.',
    permission: 'ops:verify',
    route: 'GET /api/ops/verify',
    params: exactly({
      cursor: Type.Optional(
        Type.String({ maxLength: 400, description: 'the next_cursor of the previous page' }),
      ),
    }),
    result: exactly({ data: Type.Array(VerifiedInvariant), next_cursor: nullable(Type.String()) }),
  }),
};
