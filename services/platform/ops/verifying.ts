// What is verified, page by page: what waits too long, and the invariants that each service has declared.
import type { VerifiedInvariant } from '#contracts';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import type { InvariantCursor, InvariantPage } from '#mixins/invariants';
import { callPlatform, keepersOf } from '#mixins/platform-calls';
import { lookAtWaiting } from './waiting.ts';

// The caller waits 10 s, of which 3 may be over. What seems wrong between services is looked at again for 2 s.
const PAGE_MS = 6500;

/** Where to go on: no service at the beginning, where the backlogs of all are looked at. */
export interface VerifyCursor extends InvariantCursor {
  service?: string;
}

interface VerifyPage {
  data: VerifiedInvariant[];
  next: VerifyCursor | null;
}

/** Looks at one page, which takes a second unless something is wrong. Throws UNAVAILABLE where a service does not answer. */
export async function lookAt(host: Service, { service, ...cursor }: VerifyCursor): Promise<VerifyPage> {
  const services = keepersOf(host);
  if (service !== undefined && !services.includes(service))
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/cursor', message: 'must be the next_cursor of the previous page' }],
    });
  const following = services[service === undefined ? 0 : services.indexOf(service) + 1];
  const rest = following === undefined ? null : { service: following };
  if (service === undefined) return { data: await lookAtWaiting(host), next: rest };
  const { data, next } = await callPlatform<InvariantPage>(host, service, 'invariants', cursor, PAGE_MS);
  return { data: data.map((found) => ({ service, ...found })), next: next ? { service, ...next } : rest };
}
