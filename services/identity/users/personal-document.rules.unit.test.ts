import type { PersonalPage } from '#mixins/personal-data';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginning, ending, partAt, placeAfter, type Place } from './personal-document.rules.ts';

const about = { purposes: 'To "know"', recipients: 'Nobody.', retention: 'A day.' };

/** What services keep, by table: pages of rows. Null: a service that has declared nothing. */
type Kept = Record<string, Record<string, object[][]> | null>;

/** A service's answer, as its own action gives it. */
function answer(kept: Kept, { service, table, after }: Place): PersonalPage | null {
  const tables = kept[service];
  if (!tables) return null;
  const names = Object.keys(tables);
  const name = table ?? names[0];
  if (name === undefined) return { about, table: null, rows: [], next: null };
  const pages = tables[name]!;
  const at = after === undefined ? 0 : Number(after);
  const following = names[names.indexOf(name) + 1];
  const rest = following === undefined ? null : { table: following };
  return {
    about,
    table: { name, what: `a ${name}`, fields: { id: 'its id' } },
    rows: pages[at] ?? [],
    next: at + 1 < pages.length ? { table: name, after: String(at + 1) } : rest,
  };
}

function written(kept: Kept): unknown {
  const services = Object.keys(kept);
  let text = beginning('2026-01-31T12:00:00.000Z', 'a user');
  let place: Place | null = { service: services[0]!, follows: false };
  while (place) {
    const page = answer(kept, place);
    text += partAt(place, page);
    place = placeAfter(place, page, services);
  }
  return JSON.parse(text + ending);
}

const meant = (kept: Kept) => ({
  exported_at: '2026-01-31T12:00:00.000Z',
  user_id: 'a user',
  services: Object.fromEntries(
    Object.entries(kept).flatMap(([service, tables]) => {
      if (!tables) return [];
      const shown = Object.entries(tables).map(([name, pages]) => [
        name,
        { what: `a ${name}`, fields: { id: 'its id' }, rows: pages.flat() },
      ]);
      return [[service, { ...about, tables: Object.fromEntries(shown) as object }]];
    }),
  ),
});

// Letters first: JavaScript would put names that are numbers before all others.
const word = fc.string({ minLength: 1 }).map((text) => `t${text}`);
const row = fc.record({ id: fc.string(), n: fc.integer(), at: fc.option(fc.string()) });
// A page has rows, unless the table has none.
const page = fc.array(row, { minLength: 1, maxLength: 3 });
const tables = fc.dictionary(word, fc.array(page, { maxLength: 3 }), { maxKeys: 3 });

test('whatever services keep, and however it is cut into pages, the parts are one document with every row once', () => {
  fc.assert(
    fc.property(fc.dictionary(word, fc.option(tables), { minKeys: 1, maxKeys: 4 }), (kept) => {
      expect(written(kept)).toEqual(meant(kept));
    }),
  );
});
