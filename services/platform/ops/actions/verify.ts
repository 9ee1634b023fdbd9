import type { VerifiedInvariant } from '#contracts';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { lookAt, type VerifyCursor } from '../verifying.ts';

// The caller waits 10 s at most, and the last page may take some.
const BUDGET_MS = 3000;

/** Goes from page to page, and adds up what belongs to one invariant. */
export default action('ops.verify', async function (ctx) {
  const { cursor } = ctx.params;
  const over_ms = world.nowMs() + BUDGET_MS;
  const found = new Map<string, VerifiedInvariant>();
  let place: VerifyCursor | null = cursor === undefined ? {} : placeIn(cursor);
  while (place && world.nowMs() < over_ms) {
    const { next, ...looked } = await lookAt(this, place);
    for (const each of looked.data) {
      const name = `${each.service} ${each.invariant}`;
      const known = found.get(name);
      found.set(name, known ? sum(known, each) : each);
    }
    place = next;
  }
  return { data: [...found.values()], next_cursor: place && cursorOf(place) };
});

const sum = (a: VerifiedInvariant, b: VerifiedInvariant): VerifiedInvariant => ({
  ...a,
  checked: a.checked + b.checked,
  violations: [...a.violations, ...b.violations],
});

const cursorOf = (place: VerifyCursor): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeIn(cursor: string): VerifyCursor {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as VerifyCursor;
    if (typeof place === 'object' && place) return place;
  } catch {
    // As wrong as one that holds something else.
  }
  throw fail('VALIDATION_FAILED', {
    errors: [{ pointer: '/cursor', message: 'must be the next_cursor of the previous page' }],
  });
}
