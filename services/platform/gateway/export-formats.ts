// How the rows of an export are written: as CSV (RFC 4180) for spreadsheets, as JSON Lines for programs.
import type { ActionContract } from '#contracts';
import { decimalOf } from '#lib/money';
import { stringify } from 'csv-stringify/sync';
import type { IncomingHttpHeaders } from 'node:http';

export type Row = Readonly<Record<string, unknown>>;

export interface ExportFormat {
  type: string;
  extension: 'csv' | 'jsonl';
  /** What the file begins with. */
  head(columns: readonly string[]): string;
  lines(columns: readonly string[], rows: readonly Row[]): string;
}

/** The fields of an export's rows, in the order of its contract: nothing else of a row is written. */
export function columnsOf({ result }: Pick<ActionContract, 'result'>): string[] {
  const { properties } = result as unknown as { properties: { data: { items: { properties: object } } } };
  return Object.keys(properties.data.items.properties);
}

/** The format that the client wants: by name, else by its Accept header, else CSV. */
export function formatOf(name: unknown, { accept = '' }: IncomingHttpHeaders): ExportFormat {
  if (name === 'jsonl' || name === 'csv') return formats[name];
  return qualityOf('application/jsonl', accept) > qualityOf('text/csv', accept) ? formats.jsonl : formats.csv;
}

/** How much the client wants this type (RFC 9110, 12.5.1); a range such as `*` says nothing of one against the other. */
function qualityOf(type: string, accept: string): number {
  const named = accept.split(',').map((part) => part.split(';').map((word) => word.trim().toLowerCase()));
  const found = named.find(([name]) => name === type);
  if (!found) return 0;
  const weight = found.find((word) => word.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice('q='.length));
}

// Without the mark, Excel takes UTF-8 for its own code page.
const BYTE_ORDER_MARK = '\uFEFF';

const formats: Record<'csv' | 'jsonl', ExportFormat> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    head: (columns) => BYTE_ORDER_MARK + csv([cellsFor(columns).map(({ name }) => name)]),
    lines(columns, rows) {
      const cells = cellsFor(columns);
      return csv(rows.map((row) => cells.map(({ textIn }) => textIn(row))));
    },
  },
  jsonl: {
    type: 'application/jsonl',
    extension: 'jsonl',
    head: () => '',
    lines: (columns, rows) => rows.map((row) => `${JSON.stringify(row, [...columns])}\n`).join(''),
  },
};

const csv = (records: string[][]): string =>
  stringify(records, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });

interface Cell {
  name: string;
  textIn(row: Row): string;
}

/** An amount is followed by its decimal: a spreadsheet that shows 1050 for 10.50 would be read wrong by 100. */
const cellsFor = (columns: readonly string[]): Cell[] =>
  columns.flatMap((name) => {
    const cell = { name, textIn: (row: Row) => textOf(row[name]) };
    return /(^|_)amount$/.test(name) ? [cell, decimal(name)] : [cell];
  });

const decimal = (name: string): Cell => ({
  name: `${name}_decimal`,
  textIn: (row) => (row[name] === null ? '' : decimalOf(Number(row[name]), String(row['currency']))),
});

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? harmless(value) : JSON.stringify(value);
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before =, +, -, @ and their full-width forms, a tab and a
 * CR where a cell begins (OWASP, CSV injection). A cell may also begin after a `;`, which separates them in much of Europe,
 * whose spreadsheets don't know our quotes then, and after a line break.
 */
const harmless = (text: string): string =>
  text.replace(/(^|[;\t\r\n])(?= *[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g, `$1'`);

/** For the description of the API: the types of an export, with its columns. */
export function exportContent(contract: ActionContract): Record<string, object> {
  const columns = columnsOf(contract);
  const of = (description: string) => ({ schema: { type: 'string', description } });
  const named = cellsFor(columns).map(({ name }) => name);
  return {
    'text/csv': of(`UTF-8 with a byte order mark, CRLF. Columns: ${named.join(', ')}.`),
    'application/jsonl': of(`A JSON object in each line. Fields: ${columns.join(', ')}.`),
  };
}
