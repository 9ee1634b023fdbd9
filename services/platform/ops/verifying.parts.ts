// What is verified, part by part: what waits too long, what each service says of its own database, and what they say of
// each other.
import type { Backlog, Verified } from '#contracts';
import { fail } from '#lib/errors';
import type { Calls, Service } from '#lib/service';
import type { OwnBacklog } from '#mixins/inbox';
import type { Asked, Looked } from '#mixins/invariants';
import { paymentsPledged, pledgesPaid, raisedFollows, totalsFollow } from './between.services.ts';
import type { VerifiedPart as Part } from './verified-part.ts';
import { callEach, callHouse } from './house.calls.ts';

/** Where to go on: none, at the beginning. */
export interface Place extends Asked {
  part?: string;
}

type Look = (asked: Asked, calls: Calls, house: Service) => Promise<Part>;

/** Looks at one part, which takes a second at most. Throws UNAVAILABLE where a service does not answer. */
export async function lookAt(house: Service, calls: Calls, { part, ...asked }: Place) {
  const names = [...parts.keys()];
  const name = part ?? names[0]!;
  const look = parts.get(name);
  if (!look)
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/cursor', message: 'must be the next_cursor of the previous page' }],
    });
  const { data, next } = await look(asked, calls, house);
  const following = names[names.indexOf(name) + 1];
  const rest = following === undefined ? null : { part: following };
  return { data, next: (next === null ? rest : { part: name, ...next }) satisfies Place | null };
}

/** What a service says of itself. */
const own =
  (service: string): Look =>
  async (asked, _calls, house) => {
    const looked = await callHouse<Looked>(house, service, 'invariants', asked);
    const { next, ...verified } = looked;
    return { data: [{ service, ...verified }], next };
  };

const parts = new Map<string, Look>([
  ['waiting', notWaiting],
  ...['campaigns', 'pledges', 'payments'].map((service) => [service, own(service)] as const),
  ['pledges to payments', pledgesPaid],
  ['payments to pledges', paymentsPledged],
  ['raised', raisedFollows],
  ['totals', totalsFollow],
]);

// Whatever was told or due has had its effect by then: reliability is a minute of quiet.
const PATIENCE_MS = 60_000;

/** Of all services: what each still has to tell, to hear and to do. */
async function notWaiting(_asked: Asked, _calls: Calls, house: Service): Promise<Part> {
  const { answers, unavailable } = await callEach<OwnBacklog>(house, 'backlog');
  if (unavailable.length > 0) throw fail('UNAVAILABLE', { unavailable });
  const all = answers.map(({ service, answer }) => ({ service, ...answer }));
  const data = Object.entries(waits).map(([invariant, look]): Verified => {
    const looks = all.map((backlog) => ({ service: backlog.service, ...look(backlog) }));
    return {
      service: 'all',
      invariant,
      checked: looks.reduce((sum, { checked }) => sum + checked, 0),
      violations: looks.flatMap(({ service, found }) => found.map((it) => ({ key: service, found: it }))),
    };
  });
  return { data, next: null };
}

const waits: Record<string, (backlog: Backlog) => { checked: number; found: string[] }> = {
  'messages are published within a minute': ({ waiting, oldest_ms }) => ({
    checked: waiting,
    found: late(oldest_ms) ? [`${waiting} wait in its outbox, the oldest ${s(oldest_ms)}`] : [],
  }),
  'messages are delivered within a minute': ({ pending }) => ({
    checked: pending.reduce((sum, { messages }) => sum + messages, 0),
    found: pending
      .filter(({ oldest_ms }) => late(oldest_ms))
      .map(
        ({ consumer, messages, oldest_ms }) => `${messages} wait for ${consumer}, the oldest ${s(oldest_ms)}`,
      ),
  }),
  'timers fire within a minute': ({ overdue, most_overdue_ms }) => ({
    checked: overdue,
    found: late(most_overdue_ms) ? [`${overdue} are overdue, the first by ${s(most_overdue_ms)}`] : [],
  }),
  'no message is a dead letter': ({ dead_letters }) => ({
    checked: dead_letters,
    found: dead_letters > 0 ? [`${dead_letters} wait to be retried`] : [],
  }),
};

const late = (ms: number | null): ms is number => ms !== null && ms > PATIENCE_MS;

const s = (ms: number) => `${Math.round(ms / 1000)} s`;
