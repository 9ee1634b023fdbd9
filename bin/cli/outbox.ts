import type { Backlog } from '#contracts';
import type { Command } from './command.ts';
import { span, table } from './table.ts';

export const outbox: Command = async (api) => {
  const answer = await api.call('ops.outbox', {});
  return {
    json: answer,
    text: [table(COLUMNS, answer.data.map(row)), ...awayIn(answer)].join('\n'),
    isWrong: answer.away.length > 0,
  };
};

/** A line about the services that did not answer, if there are any. */
export const awayIn = ({ away }: { away: string[] }): string[] =>
  away.length > 0 ? ['', `Did not answer: ${away.join(', ')}`] : [];

const COLUMNS = ['service', 'waiting', 'oldest', 'kept_for', 'overdue', 'by', 'dead_letters'] as const;

const row = ({ service, waiting, oldest_ms, pending, overdue, most_overdue_ms, dead_letters }: Backlog) => ({
  ...{ service, waiting, oldest: span(oldest_ms), overdue, by: span(most_overdue_ms), dead_letters },
  kept_for:
    pending
      .map(({ consumer, messages, oldest_ms }) => `${consumer} ${messages} (${span(oldest_ms)})`)
      .join(', ') || '-',
});
