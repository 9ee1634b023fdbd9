import { fail } from '#lib/errors';
import { createNode } from '#lib/broker';
import { readConfig } from '#config';
import { brokerOptions } from '../moleculer.config.ts';
import { expect, test } from '@jest/globals';
import type { LoggerConfig } from 'moleculer';

/** A node's logger as in production, and the lines it wrote. */
function logged() {
  const lines: Record<string, unknown>[] = [];
  const settings = {
    ...readConfig({}),
    databases: {},
    sandbox_webhook_secrets: [],
    link_secret: '',
    caller_secret: 'c',
  };
  const options = brokerOptions(settings);
  const logger = options.logger as LoggerConfig;
  const destination = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
  const pino = { ...(logger.options?.['pino'] as object), destination };
  const { logger: log } = createNode(
    { ...options, logger: { ...logger, options: { ...logger.options, pino } } },
    settings,
    [],
  );
  return { lines, log };
}

test('an error beside a text is logged, with its stack and its cause', () => {
  const { lines, log } = logged();
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  log.warn('The relay starts again', new Error('it broke', { cause }));
  expect(lines).toMatchObject([
    {
      msg: 'The relay starts again',
      err: { type: 'Error', message: 'it broke', cause: { message: 'refused', code: 'ECONNREFUSED' } },
    },
  ]);
  expect((lines[0]!['err'] as { stack: string }).stack).toContain('logging.unit.test');
});

test('an error alone is its own text', () => {
  const { lines, log } = logged();
  log.error(new Error('it broke'));
  expect(lines).toMatchObject([{ msg: 'it broke', err: { message: 'it broke' } }]);
});

test('texts are joined, and none is read as a format', () => {
  const { lines, log } = logged();
  log.warn('totals failed on message 100%s', 'Error: it broke');
  expect(lines.map(({ msg }) => msg)).toEqual(['totals failed on message 100%s Error: it broke']);
});

test.each([
  ['beside a text', (error: Error) => ['It could not be made', error]],
  ['alone', (error: Error) => [error]],
  ['as a field', (error: Error) => [{ err: error }, 'It could not be made']],
  ['as a cause', (error: Error) => ['It could not be made', new Error('it broke', { cause: error })]],
])('an error %s is logged without the call that it was thrown in, and without its data', (_, args) => {
  const { lines, log } = logged();
  const ctx = { params: { password: 'hunter2' } };
  log.error(...args(Object.assign(fail('CREDENTIALS_WRONG', { password: 'hunter2' }), { ctx })));
  expect(JSON.stringify(lines)).toContain('CREDENTIALS_WRONG');
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});
