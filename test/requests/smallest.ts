// The least of a request that still does what it did.
import type { DrawnRequest } from './drawn-request.ts';
import { placesIn, withoutPlace } from './places.ts';

/** Leaves out one thing after another, as long as `isStill` holds. */
export async function smallest(
  request: DrawnRequest,
  isStill: (simpler: DrawnRequest) => Promise<boolean>,
): Promise<DrawnRequest> {
  for (const simpler of simplerOnes(request)) if (await isStill(simpler)) return smallest(simpler, isStill);
  return request;
}

function* simplerOnes(request: DrawnRequest): Generator<DrawnRequest> {
  if (request.caller !== 'nobody') yield { ...request, caller: 'nobody' };
  for (const place of placesIn(request.parts))
    if (place[0] !== 'path') yield { ...request, parts: withoutPlace(request.parts, place) };
}
