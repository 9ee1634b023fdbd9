import type { ActionContract } from '#contracts';
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import type { IncomingHttpHeaders } from 'node:http';

/** The client's X-Request-Id if it is fit for logs, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(given) ? given : world.newId();
}

/**
 * Distinguishes unknown clients: by the address of their connection, which no header can forge. Of an IPv6 address the
 * first half: the owner of such a network has 2^64 addresses in it.
 */
export function networkOf(address = ''): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0'].slice(0, 4).join(':');
}

/**
 * The Idempotency-Key, on routes that accept one. Throws VALIDATION_FAILED, and IDEMPOTENCY_KEY_REQUIRED where money
 * moves without one.
 */
export function idempotencyKeyOf(
  headers: IncomingHttpHeaders,
  { idempotency }: ActionContract,
): string | undefined {
  if (!idempotency) return undefined;
  const key = headers['idempotency-key'];
  if (key === undefined) {
    if (idempotency === 'required') throw fail('IDEMPOTENCY_KEY_REQUIRED');
    return undefined;
  }
  if (typeof key === 'string' && /^[!-~]{1,255}$/.test(key)) return key;
  const message = 'the Idempotency-Key header must be from 1 to 255 visible ASCII characters';
  throw fail('VALIDATION_FAILED', { errors: [{ pointer: '', message }] });
}
