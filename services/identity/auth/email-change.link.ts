// The links of a change of address, one for each mailbox: who has it has read what was sent there.
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { isTokenOf, tokenOf } from '#lib/link-token';
import type { Service } from '#lib/service';

export type Side = 'old' | 'new';

export function emailLinkOf({ broker }: Service, change_id: string, side: Side): string {
  const { public_url, link_secret } = settingsOf(broker);
  return `${public_url}/confirm-email?token=${change_id}.${side}.${tokenOf(link_secret, nameOf(change_id, side))}`;
}

/** Which change, and whose mailbox. Throws EMAIL_LINK_INVALID; the change may be over. */
export function readEmailLink({ broker }: Service, token: string): { id: string; side: Side } {
  const [, id, side, mac] = PARTS.exec(token) ?? [];
  if (id === undefined || mac === undefined || !(side === 'old' || side === 'new'))
    throw fail('EMAIL_LINK_INVALID');
  if (!isTokenOf(settingsOf(broker).link_secret, nameOf(id, side), mac)) throw fail('EMAIL_LINK_INVALID');
  return { id, side };
}

const PARTS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(old|new)\.([\w-]{43})$/;

const nameOf = (change_id: string, side: Side) => `email change ${change_id} ${side}`;
