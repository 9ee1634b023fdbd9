import { actions, type ActionContract } from '#contracts';
import { expect, test } from '@jest/globals';
import { columnsOf, formatOf, type Row } from './export-formats.ts';

const columns = ['id', 'message', 'amount', 'currency', 'anonymous'];
const row = (changes: Row = {}): Row => ({
  id: 'a',
  message: 'Good luck',
  amount: 1050,
  currency: 'EUR',
  anonymous: false,
  ...changes,
});
const csv = formatOf('csv', {});
const jsonl = formatOf('jsonl', {});
/** The cell of a message, as it stands in a CSV file. */
const written = (message: unknown) =>
  /^a,(.*),1050,10.50,EUR,false\r\n$/s.exec(csv.lines(columns, [row({ message })]))?.[1];

test('CSV begins with a byte order mark and the names of its columns; its lines end with CRLF', () => {
  expect(csv.head(columns)).toBe('\uFEFFid,message,amount,amount_decimal,currency,anonymous\r\n');
  expect(csv.lines(columns, [row(), row({ id: 'b', anonymous: true })])).toBe(
    'a,Good luck,1050,10.50,EUR,false\r\nb,Good luck,1050,10.50,EUR,true\r\n',
  );
});

test('a cell with a comma, a quote or a line break is quoted (RFC 4180)', () => {
  expect(written('a,b')).toBe('"a,b"');
  expect(written('say "hi"')).toBe('"say ""hi"""');
  expect(written('one\r\ntwo')).toBe('"one\r\ntwo"');
  expect(written('one\ntwo')).toBe('"one\ntwo"');
  expect(written('one\rtwo')).toBe('"one\rtwo"');
});

test('what is unknown is an empty cell', () => {
  expect(written(null)).toBe('');
  expect(csv.lines(['amount', 'currency'], [{ amount: null, currency: 'EUR' }])).toBe(',,EUR\r\n');
});

test.each([...'=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20'])('a text that begins with %j is no formula', (sign) => {
  const unquoted = (text: string) => written(text)!.replace(/^"(.*)"$/s, '$1');
  for (const before of ['', ' ', '  ']) expect(unquoted(`${before}${sign}1+1`)).toBe(`'${before}${sign}1+1`);
  // Where a ; separates cells, and our quotes are none.
  expect(unquoted(`hi;${sign}1+1`)).toBe(`hi;'${sign}1+1`);
  expect(unquoted(`hi\n${sign}1+1`)).toBe(`hi\n'${sign}1+1`);
});

test('an ordinary text stays as it is', () => {
  for (const text of [
    'a=b',
    'a-b',
    '1+1',
    'ann@example.org',
    '2026-01-31T12:00:00.000Z',
    'a; b',
    "'",
    'ünï 水',
  ])
    expect(written(text)).toBe(text);
});

test('a negative amount is a number, not a formula', () => {
  expect(csv.lines(['amount', 'currency'], [{ amount: -1050, currency: 'EUR' }])).toBe(
    '-1050,-10.50,EUR\r\n',
  );
});

test('a decimal has the digits of its currency', () => {
  expect(csv.lines(['kept_amount', 'currency'], [{ kept_amount: 1050, currency: 'JPY' }])).toBe(
    '1050,1050,JPY\r\n',
  );
});

test('JSON Lines have no head and the rows as they are', () => {
  expect(jsonl.head(columns)).toBe('');
  const message = '=1+1\r\n;-)';
  const lines = jsonl.lines(columns, [row({ message }), row({ message: null })]);
  expect(
    lines
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Row),
  ).toEqual([row({ message }), row({ message: null })]);
});

test('a field that is not in the contract is in no file', () => {
  const rows = [row({ secret: 'facts' })];
  expect(csv.lines(columns, rows) + jsonl.lines(columns, rows)).not.toContain('facts');
});

test('the columns are the fields of the contract, in its order', () => {
  const contract: ActionContract = actions['payments.export_ledger'];
  expect(columnsOf(contract)).toEqual(['id', 'kind', 'debit', 'credit', 'amount', 'currency', 'at']);
});

test.each([
  [undefined, undefined, 'csv'],
  [undefined, '*/*', 'csv'],
  [undefined, 'application/json', 'csv'],
  [undefined, 'application/jsonl', 'jsonl'],
  [undefined, 'text/csv, application/jsonl', 'csv'],
  [undefined, 'text/csv;q=0.5, Application/JSONL', 'jsonl'],
  [undefined, 'text/csv, application/jsonl;q=0.5', 'csv'],
  [undefined, 'application/jsonl;q=0', 'csv'],
  ['csv', 'application/jsonl', 'csv'],
  ['jsonl', 'text/csv', 'jsonl'],
])('format %p with Accept %p is %s', (name, accept, extension) => {
  expect(formatOf(name, accept === undefined ? {} : { accept }).extension).toBe(extension);
});
