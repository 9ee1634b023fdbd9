// A receipt as it is shown, to whoever may see it.
import type { Receipt } from '#contracts';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { linkTo, viewerOf } from './receipt-link.ts';
import { seenBy, type SeenReceipt, type Viewer } from './receipt.rules.ts';
import { findReceipt } from './receipt.store.ts';

/** The receipt that a request is about. Throws RECEIPT_NOT_FOUND: to a stranger it does not exist. */
export async function receiptFor(
  service: Service,
  ctx: Pick<Ctx<{ id: string; token?: string | undefined }>, 'params' | 'meta'>,
): Promise<Receipt> {
  const { id } = ctx.params;
  const receipt = await findReceipt(service.db, id);
  const viewer = viewerOf(service, ctx);
  if (!receipt || seenBy(receipt, viewer) === 'nothing') throw fail('RECEIPT_NOT_FOUND', { id });
  return shownTo(service, receipt, viewer);
}

/** As somebody sees it who may. The link would show the donor, too. */
export function shownTo(service: Service, receipt: SeenReceipt, viewer: Viewer): Receipt {
  const {
    donor_id: _id,
    donor_name: name,
    donor_address: address,
    anonymous: _anonymous,
    ...shown
  } = receipt;
  const isWhole = seenBy(receipt, viewer) === 'all';
  return {
    ...shown,
    donor: isWhole ? { name, address } : null,
    url: isWhole ? linkTo(service, receipt.id) : null,
  };
}
