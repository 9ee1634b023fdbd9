// What waits too long, in any service.
import type { Backlog, VerifiedInvariant } from '#contracts';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import type { OwnBacklog } from '#mixins/inbox';
import { callEach } from '#mixins/platform-calls';

// Whatever was published or due has had its effect by then: reliability is a minute of quiet.
const PATIENCE_MS = 60_000;

/** Of all services: what each still has to publish, to deliver and to do. Throws UNAVAILABLE where one does not answer. */
export async function lookAtWaiting(host: Service): Promise<VerifiedInvariant[]> {
  const { answers, unavailable } = await callEach<OwnBacklog>(host, 'backlog');
  if (unavailable.length > 0) throw fail('UNAVAILABLE', { unavailable });
  const all = answers.map(({ service, answer }) => ({ service, ...answer }));
  return Object.entries(waits).map(([invariant, look]): VerifiedInvariant => {
    const looks = all.map((backlog) => ({ service: backlog.service, ...look(backlog) }));
    return {
      service: 'all',
      invariant,
      checked: looks.reduce((sum, { checked }) => sum + checked, 0),
      violations: looks.flatMap(({ service, found }) => found.map((it) => ({ key: service, found: it }))),
    };
  });
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
