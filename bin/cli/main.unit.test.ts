import { expect, test } from '@jest/globals';
import { main } from './main.ts';
import { ago, span, table } from './table.ts';

async function said(...argv: string[]) {
  const streams = { out: [] as string[], err: [] as string[] };
  const code = await main(argv, {
    out: (text) => streams.out.push(text),
    err: (text) => streams.err.push(text),
    write: async () => {},
  });
  return { code, out: streams.out.join('\n'), err: streams.err.join('\n') };
}

test.each([
  [[]],
  [['outbx']],
  [['dead-letters']],
  [['dead-letters', 'show']],
  [['outbox', 'all']],
  [['webhooks', 'trigger', 'one']],
  [['webhooks', 'list', 'of', 'them']],
  [['constructor']],
  [['toString', 'toString']],
  [['export']],
  [['export', 'secrets']],
  [['export', 'pledges', 'all']],
])('what is no command is answered with those that are: %j', async (argv) => {
  const { code, out, err } = await said(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('commonweal dead-letters retry ID | --all');
  if (argv.length > 0) expect(err).toContain(`Unknown command or wrong arguments: '${argv.join(' ')}'.`);
});

test('an option that there is not is named', async () => {
  const { code, err } = await said('outbox', '--loud');
  expect(code).toBe(2);
  expect(err).toMatch(/^Unknown option '--loud'/);
});

test('help is no mistake', async () => {
  for (const argv of [['help'], ['--help'], ['-h'], ['dead-letters', '--help']])
    expect(await said(...argv)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('verify') });
});

test('a table is aligned, its numbers to the right', () => {
  const rows = [
    { name: 'a', dead_letters: 7 },
    { name: 'longer', dead_letters: 12_000 },
  ];
  expect(table(['name', 'dead_letters'], rows)).toBe(
    ['NAME    DEAD LETTERS', 'a                  7', 'longer         12000'].join('\n'),
  );
});

test.each([
  [null, '-'],
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [119_000, '1 min'],
  [3600_000 * 49, '2 d'],
])('a duration of %p ms is said as %s', (ms, text) => {
  expect(span(ms)).toBe(text);
});

test('what the other clock says is to come was just now', () => {
  expect(ago('2026-01-01T00:00:10.000Z', Date.parse('2026-01-01T00:00:00.000Z'))).toBe('0 ms ago');
});
