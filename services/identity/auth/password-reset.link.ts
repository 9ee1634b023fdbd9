// The link that resets a password: who has it may do so, once. Its token names the reset, and is signed.
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { isTokenOf, tokenOf } from '#lib/link-token';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { findReset, type PasswordReset } from './password-reset.store.ts';

/** How long a link is valid. */
export const RESET_LINK_MS = 3600_000;

export function resetLinkOf({ broker }: Service, reset_id: string): string {
  const { public_url, link_secret } = settingsOf(broker);
  return `${public_url}/reset-password?token=${reset_id}.${tokenOf(link_secret, nameOf(reset_id))}`;
}

/** The reset whose link has this token. Throws RESET_LINK_INVALID. */
export async function resetOf(service: Service, token: string): Promise<PasswordReset> {
  const { link_secret } = settingsOf(service.broker);
  const [, id, mac] = PARTS.exec(token) ?? [];
  const isOurs = id !== undefined && mac !== undefined && isTokenOf(link_secret, nameOf(id), mac);
  const reset = isOurs ? await findReset(service.db, id, world.now()) : undefined;
  if (!reset) throw fail('RESET_LINK_INVALID');
  return reset;
}

const PARTS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

const nameOf = (reset_id: string) => `password reset ${reset_id}`;
