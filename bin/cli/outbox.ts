import type { Backlog } from '#contracts';
import type { Command } from './command.ts';
import { span, table } from './table.ts';

export const outbox: Command = async (api) => {
  const answer = await api.call('ops.read_backlog', {});
  return {
    json: answer,
    text: [table(COLUMNS, answer.data.map(row)), ...unavailableIn(answer)].join('\n'),
    isWrong: answer.unavailable.length > 0,
  };
};

/** A line about the services that did not answer, if there are any. */
export const unavailableIn = ({ unavailable }: { unavailable: string[] }): string[] =>
  unavailable.length > 0 ? ['', `Did not answer: ${unavailable.join(', ')}`] : [];

const COLUMNS = ['service', 'waiting', 'oldest', 'pending', 'overdue', 'overdue_by', 'dead_letters'] as const;

const row = ({ service, waiting, oldest_ms, pending, overdue, most_overdue_ms, dead_letters }: Backlog) => ({
  service,
  waiting,
  oldest: span(oldest_ms),
  overdue,
  overdue_by: span(most_overdue_ms),
  dead_letters,
  pending:
    pending
      .map(({ consumer, messages, oldest_ms }) => `${consumer} ${messages} (${span(oldest_ms)})`)
      .join(', ') || '-',
});
