import type { DeadLetter } from '#contracts';
import { world } from '#lib/world';
import type { Command } from './command.ts';
import type { Options } from './options.ts';
import { awayIn } from './outbox.ts';
import { ago, table } from './table.ts';

export const listLetters: Command = async (api, options) => {
  const answer = await api.call('ops.dead_letters', ofService(options));
  const text = answer.data.length > 0 ? list(answer.data) : 'There are no dead letters.';
  return { json: answer, text: [text, ...awayIn(answer)].join('\n'), isWrong: answer.away.length > 0 };
};

export const showLetter =
  (message_id: string): Command =>
  async (api) => {
    const answer = await api.call('ops.dead_letter', { message_id });
    return { json: answer, text: answer.data.map(whole).join('\n\n') };
  };

export const retryLetter =
  (message_id: string): Command =>
  async (api) => {
    const answer = await api.call('ops.retry', { message_id });
    const isWrong = answer.stayed.length > 0;
    return { json: answer, text: isWrong ? answer.stayed.map(whole).join('\n\n') : 'It was heard.', isWrong };
  };

/** One request takes as many as it has time for: while that is progress, there is another. */
export const retryAll: Command = async (api, options) => {
  let answer = await api.call('ops.retry_all', ofService(options));
  let retried = answer.retried;
  while (answer.left > 0 && answer.retried > 0) {
    answer = await api.call('ops.retry_all', ofService(options));
    retried += answer.retried;
  }
  const { stayed, left, away } = answer;
  const lines = [
    `${retried} heard, ${stayed.length + left} stayed.`,
    ...(stayed.length > 0 ? ['', list(stayed)] : []),
  ];
  return {
    json: { ...answer, retried },
    text: [...lines, ...awayIn(answer)].join('\n'),
    isWrong: stayed.length + left + away.length > 0,
  };
};

const ofService = ({ service }: Options) => (service === undefined ? {} : { service });

const COLUMNS = ['message_id', 'service', 'message', 'key', 'died', 'attempts', 'error'] as const;

const list = (letters: DeadLetter[]): string =>
  table(
    COLUMNS,
    letters.map(({ message_id, service, name, key, dead_lettered_at, attempts, error }) => ({
      ...{ message_id, service, message: name, key, attempts },
      died: ago(dead_lettered_at, world.nowMs()),
      error: error.split('\n')[0]!.slice(0, 80),
    })),
  );

const whole = ({
  service,
  message_id,
  name,
  key,
  payload,
  published_at,
  error,
  attempts,
  dead_lettered_at,
}: DeadLetter): string =>
  [
    `${name} ${message_id}`,
    `  key       ${key}`,
    `  told      ${published_at}`,
    `  died      ${dead_lettered_at} at ${service}, after ${attempts} attempts`,
    `  error     ${error}`,
    `  payload   ${JSON.stringify(payload)}`,
  ].join('\n');
