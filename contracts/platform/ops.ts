import { Type, type Static } from '@sinclair/typebox';
import { action, Amount, exactly, Id, stringEnum, nullable, Time } from '../define.ts';
import { webhookTypes } from '../finance/sandbox.ts';

const Count = Type.Integer({ minimum: 0 });
const Service = Type.String({ maxLength: 40, description: 'the name of a service' });
const Unavailable = Type.Array(Service, {
  description: 'services that did not answer: what they have is not told here',
});
const duration_ms = Type.Integer({ description: 'milliseconds' });

/** What a service has still to tell, and to do. */
export const Backlog = exactly({
  service: Service,
  /** Messages in its outbox. */
  waiting: Count,
  oldest_ms: nullable(duration_ms),
  /** Messages that a hearer has not taken yet. */
  pending: Type.Array(exactly({ consumer: Service, messages: Count, oldest_ms: duration_ms })),
  /** What should have been done by now. */
  overdue: Count,
  most_overdue_ms: nullable(duration_ms),
  dead_letters: Count,
});
export type Backlog = Static<typeof Backlog>;

/** A message that its hearer has failed on as often as it may. */
export const DeadLetter = exactly({
  /** Its hearer. */
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

/** What was looked at of one invariant, and what does not hold; of very many violations the first of each page. */
export const Verified = exactly({
  service: Service,
  invariant: Type.String(),
  checked: Count,
  violations: Type.Array(exactly({ key: Type.String(), found: Type.String() })),
});
export type Verified = Static<typeof Verified>;

const letter = exactly({ message_id: Id });

export const actions = {
  'ops.read_backlog': action({
    summary: 'What each service has still to tell and to do, and how long it has waited. For admins.',
    permission: 'admin',
    route: 'GET /api/ops/outbox',
    params: exactly({}),
    result: exactly({ data: Type.Array(Backlog), unavailable: Unavailable }),
  }),
  'ops.list_dead_letters': action({
    summary: 'The messages that a hearer could not take, of each hearer the oldest 1,000. For admins.',
    permission: 'admin',
    route: 'GET /api/ops/dead-letters',
    params: exactly({ service: Type.Optional(Service) }),
    result: exactly({ data: Type.Array(DeadLetter), unavailable: Unavailable }),
  }),
  'ops.get_dead_letter': action({
    summary: 'A message that a hearer could not take; more than one where several could not. For admins.',
    permission: 'admin',
    route: 'GET /api/ops/dead-letters/:message_id',
    params: letter,
    result: exactly({ data: Type.Array(DeadLetter), unavailable: Unavailable }),
    errors: ['DEAD_LETTER_NOT_FOUND'],
  }),
  'ops.retry_dead_letter': action({
    summary: 'Has a dead letter heard once more; it stays, with its new error, if that fails. For admins.',
    permission: 'admin',
    route: 'POST /api/ops/dead-letters/:message_id/retry',
    params: letter,
    result: exactly({ retried: Count, failed: Type.Array(DeadLetter) }),
    errors: ['DEAD_LETTER_NOT_FOUND'],
  }),
  'ops.retry_dead_letters': action({
    summary:
      'Has dead letters heard once more, the oldest first, as many as 5 seconds allow; `remaining` are not tried. For admins.',
    permission: 'admin',
    route: 'POST /api/ops/dead-letters/retry',
    params: exactly({ service: Type.Optional(Service) }),
    result: exactly({
      retried: Count,
      failed: Type.Array(DeadLetter),
      remaining: Count,
      unavailable: Unavailable,
    }),
  }),
  'ops.trigger_webhook': action({
    summary: 'Has the sandbox report something of a payment, by a webhook. For admins.',
    permission: 'admin',
    route: 'POST /api/ops/webhooks/trigger',
    params: exactly({ payment_id: Id, type: stringEnum(webhookTypes), amount: Type.Optional(Amount) }),
    result: exactly({ webhook_id: Id }),
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN'],
  }),
  'ops.verify': action({
    summary:
      'Whether what must always hold does, of all services and between them; as far as 3 seconds allow, the rest from `cursor` on. For admins.',
    permission: 'admin',
    route: 'GET /api/ops/verify',
    params: exactly({
      cursor: Type.Optional(Type.String({ maxLength: 400, description: 'next_cursor of the page before' })),
    }),
    result: exactly({ data: Type.Array(Verified), next_cursor: nullable(Type.String()) }),
  }),
};
