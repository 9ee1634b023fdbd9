// The link that verifies an address: who has it has read what was sent there. It names the user and its end, and is signed.
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { addMs, type Instant } from '#lib/world';
import { createHmac, timingSafeEqual } from 'node:crypto';

const VALID_MS = 24 * 3600_000;

interface Linked {
  user_id: string;
  email: string;
}

/** The link for this user and this address alone; it is valid for 24 hours from `at`. */
export function verificationLinkOf(
  { broker }: Service,
  linked: Linked,
  at: Instant,
): { url: string; expires_at: Instant } {
  const { public_url, link_secret } = settingsOf(broker);
  const expires_at = addMs(at, VALID_MS);
  return {
    url: `${public_url}/verify-email?token=${verificationTokenOf(link_secret, linked, expires_at)}`,
    expires_at,
  };
}

export const verificationTokenOf = (secret: string, linked: Linked, expires_at: Instant): string =>
  [linked.user_id, Date.parse(expires_at), macOf(secret, linked, Date.parse(expires_at))].join('.');

/** Whose token this claims to be; undefined where it is none. */
export const userIn = (token: string): string | undefined => PARTS.exec(token)?.[1];

/** Whether this is a token for this user and their address, and has not expired `at`. */
export function isVerificationToken(secret: string, linked: Linked, token: string, at: Instant): boolean {
  const [, user_id, expires = '', mac = ''] = PARTS.exec(token) ?? [];
  const expires_ms = Number(expires);
  if (user_id !== linked.user_id || expires_ms <= Date.parse(at)) return false;
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(secret, linked, expires_ms))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const PARTS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,15})\.([\w-]{43})$/;

const macOf = (secret: string, { user_id, email }: Linked, expires_ms: number) =>
  createHmac('sha256', secret).update(`verify ${user_id} ${expires_ms} ${email}`).digest('base64url');
