import { pageQuery, toPage } from '#lib/pagination';
import { world } from '#lib/world';
import { expect, test } from '@jest/globals';

const rows = Array.from({ length: 5 }, () => ({ id: world.newId() }));

test('the first page begins at the newest and has 20 rows by default', () => {
  expect(pageQuery({})).toEqual({ before: null, limit: 21 });
  expect(pageQuery({ limit: 100 })).toEqual({ before: null, limit: 101 });
});

test('next_cursor leads to the row after the last that was shown', () => {
  const page = pageQuery({ limit: 4 });
  const { data, next_cursor } = toPage(rows, page);
  expect(data).toEqual(rows.slice(0, 4));
  expect(pageQuery({ cursor: next_cursor!, limit: 4 })).toEqual({ before: rows[3]!.id, limit: 5 });
});

test('there is no next page after the last row, even if this page is full', () => {
  expect(toPage(rows, pageQuery({ limit: 5 }))).toEqual({ data: rows, next_cursor: null });
  expect(toPage([], pageQuery({}))).toEqual({ data: [], next_cursor: null });
});

test.each(['', 'garbage', Buffer.from(`${world.newId()}' or 1=1`).toString('base64url'), world.newId()])(
  'an invalid cursor (%s) is refused by name',
  (cursor) =>
    expect(() => pageQuery({ cursor })).toThrow(
      expect.objectContaining({
        type: 'VALIDATION_FAILED',
        data: { errors: [{ pointer: '/cursor', message: 'must be the next_cursor of the previous page' }] },
      }),
    ),
);
