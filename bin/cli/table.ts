/** Rows under their columns' names, aligned: numbers to the right. Empty without rows. */
export function table<C extends string>(columns: readonly C[], rows: Record<C, string | number>[]): string {
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => String(row[column]).length)),
  );
  const isRight = columns.map(
    (column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (isRight[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.toUpperCase().replaceAll('_', ' '))),
    ...rows.map((row) => line(columns.map((column) => String(row[column])))),
  ].join('\n');
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A duration in its largest unit: `3 min`. */
export function span(ms: number | null): string {
  if (ms === null) return '-';
  const [unit, size] = UNITS.find(([, size]) => ms >= size) ?? ['ms', 1];
  return `${Math.floor(ms / size)} ${unit}`;
}

/** How long ago that was. */
export const ago = (at: string, now_ms: number): string =>
  `${span(Math.max(0, now_ms - Date.parse(at)))} ago`;
