// The link in the e-mail about a receipt opens it for whoever has it: guests have no account.
import { settingsOf } from '#lib/broker';
import { isTokenOf, tokenOf } from '#lib/link-token';
import type { Ctx, Service } from '#lib/service';
import type { Viewer } from './receipt.rules.ts';

const nameOf = (id: string) => `receipt ${id}`;

/** The page of a receipt, for whoever has the link. */
export function linkTo({ broker }: Service, id: string): string {
  const { public_url, link_secret } = settingsOf(broker);
  return `${public_url}/receipts/${id}?token=${tokenOf(link_secret, nameOf(id))}`;
}

/** Who asks for a receipt: the caller, and whether they have the link to it. */
export const viewerOf = (
  { broker }: Service,
  { params: { id, token }, meta }: Pick<Ctx<{ id: string; token?: string | undefined }>, 'params' | 'meta'>,
): Viewer => ({
  caller: meta.caller,
  has_link: token !== undefined && isTokenOf(settingsOf(broker).link_secret, nameOf(id), token),
});
