// Drawing requests: each operation as often as the others, in an order that changes.
import fc from 'fast-check';
import type { DrawnRequest } from './drawn-request.ts';
import { requestFor } from './request-drawing.ts';
import type { ApiOperation } from './operations.ts';

// fast-check draws small values first: a sample must be long enough to get to large ones.
const ROUNDS = 20;

/** Requests without an end, the same for a seed. */
export function* draws(operations: readonly ApiOperation[], seed: number): Generator<DrawnRequest, never> {
  const each = operations.map((operation) => fc.tuple(fc.nat(), requestFor(operation)));
  const round = fc.tuple(...each);
  for (let sample = 0; ; sample++)
    for (const drawn of fc.sample(round, { seed: seed + sample, numRuns: ROUNDS }))
      yield* drawn.sort(([one], [other]) => one - other).map(([, request]) => request);
}
