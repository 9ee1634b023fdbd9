import type { DeadLetter } from '#contracts';
import { world } from '#lib/world';
import type { Command } from './command.ts';
import type { Options } from './options.ts';
import { unavailableIn } from './outbox.ts';
import { ago, table } from './table.ts';

export const listLetters: Command = async (api, options) => {
  const answer = await api.call('ops.list_dead_letters', ofService(options));
  const text = answer.data.length > 0 ? list(answer.data) : 'There are no dead letters.';
  return {
    json: answer,
    text: [text, ...unavailableIn(answer)].join('\n'),
    isWrong: answer.unavailable.length > 0,
  };
};

export const showLetter =
  (message_id: string): Command =>
  async (api) => {
    const answer = await api.call('ops.get_dead_letter', { message_id });
    return { json: answer, text: answer.data.map(whole).join('\n\n') };
  };

export const retryLetter =
  (message_id: string): Command =>
  async (api) => {
    const answer = await api.call('ops.retry_dead_letter', { message_id });
    const isWrong = answer.failed.length > 0;
    return {
      json: answer,
      text: isWrong ? answer.failed.map(whole).join('\n\n') : 'The retry succeeded.',
      isWrong,
    };
  };

/** A request retries as many as it has time for: as long as some succeed, another follows. */
export const retryAll: Command = async (api, options) => {
  let answer = await api.call('ops.retry_dead_letters', ofService(options));
  let retried = answer.retried;
  while (answer.remaining > 0 && answer.retried > 0) {
    answer = await api.call('ops.retry_dead_letters', ofService(options));
    retried += answer.retried;
  }
  const { failed, remaining, unavailable } = answer;
  const lines = [
    `${retried} retried, ${failed.length + remaining} remain.`,
    ...(failed.length > 0 ? ['', list(failed)] : []),
  ];
  return {
    json: { ...answer, retried },
    text: [...lines, ...unavailableIn(answer)].join('\n'),
    isWrong: failed.length + remaining + unavailable.length > 0,
  };
};

const ofService = ({ service }: Options) => (service === undefined ? {} : { service });

const COLUMNS = ['message_id', 'service', 'message', 'key', 'dead_lettered', 'attempts', 'error'] as const;

const list = (letters: DeadLetter[]): string =>
  table(
    COLUMNS,
    letters.map(({ message_id, service, name, key, dead_lettered_at, attempts, error }) => ({
      message_id,
      service,
      message: name,
      key,
      attempts,
      dead_lettered: ago(dead_lettered_at, world.nowMs()),
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
    `  key            ${key}`,
    `  published      ${published_at}`,
    `  dead-lettered  ${dead_lettered_at} by ${service}, after ${attempts} attempts`,
    `  error          ${error}`,
    `  payload        ${JSON.stringify(payload)}`,
  ].join('\n');
