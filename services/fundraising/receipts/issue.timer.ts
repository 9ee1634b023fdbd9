import type { Payload } from '#contracts';
import { world } from '#lib/world';
import type { Service } from '#lib/service';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import { job } from '#mixins/timers';
import { findReceiptedPledge, keepAddress, type ReceiptedPledge } from './pledge.store.ts';
import { contentsOf, type Contents } from './receipt.contents.ts';
import { linkTo } from './receipt-link.ts';
import { dueFor, type KeptReceipt, type SeenReceipt } from './receipt.rules.ts';
import { findLatest, issueReceipt } from './receipt.store.ts';

/**
 * Issues what a pledge's receipts lack. Other services are asked before the transaction, and that looks again: two at once
 * issue once.
 */
export const issue = job('receipts.issue', async (service, { key: pledge_id }) => {
  const pledge = await findReceiptedPledge(service.db, pledge_id);
  if (!pledge) return;
  const latest = await findLatest(service.db, pledge_id);
  const due = dueFor(pledge.kept_amount, liveOf(latest));
  if (!due) return;
  const contents = due.confirms_amount > 0 ? await contentsOf(service, pledge, latest) : null;
  await publishing(service, {}, (tx) => issueDue(service, tx, { pledge_id, contents }));
});

const liveOf = (latest: SeenReceipt | undefined): SeenReceipt | null =>
  latest?.cancelled_by === null ? latest : null;

async function issueDue(
  service: Service,
  tx: PublishingTransaction,
  { pledge_id, contents }: { pledge_id: string; contents: Contents | null },
): Promise<void> {
  const pledge = (await findReceiptedPledge(tx, pledge_id, 'for update'))!;
  const due = dueFor(pledge.kept_amount, liveOf(await findLatest(tx, pledge_id)));
  // The message that came in between has scheduled this again: then the contents are asked for.
  if (!due || (due.confirms_amount > 0 && !contents)) return;
  if (due.cancels) await cancel(service, tx, due.cancels);
  if (!contents) return;
  await keepAddress(tx, pledge_id, contents.donor_address);
  const receipt = newReceipt(pledge, contents, due.confirms_amount);
  await tx.publish(
    'receipt.issued',
    announcement(service, await issueReceipt(tx, receipt, world.now()), null),
  );
}

/** Takes a receipt back, in the words in which it was issued. */
async function cancel(service: Service, tx: PublishingTransaction, receipt: KeptReceipt): Promise<void> {
  const cancellation = {
    ...receipt,
    id: world.newId(),
    kind: 'CANCELLATION' as const,
    cancels: receipt.id,
  };
  const issued = await issueReceipt(tx, cancellation, world.now());
  await tx.publish('receipt.issued', announcement(service, issued, receipt.number));
}

const newReceipt = (
  { pledge_id, campaign_id, donor_id, currency, received_at }: ReceiptedPledge,
  contents: Contents,
  amount: number,
) => ({
  ...contents,
  id: world.newId(),
  kind: 'RECEIPT' as const,
  cancels: null,
  pledge_id,
  campaign_id,
  donor_id,
  amount,
  currency,
  received_at: received_at!,
});

const announcement = (
  service: Service,
  receipt: KeptReceipt,
  cancels_number: string | null,
): Payload<'receipt.issued'> => ({
  receipt_id: receipt.id,
  number: receipt.number,
  kind: receipt.kind,
  cancels_number,
  pledge_id: receipt.pledge_id,
  donor: { name: receipt.donor_name, address: receipt.donor_address },
  amount: receipt.amount,
  currency: receipt.currency,
  organisation_name: receipt.organisation_name,
  campaign_title: receipt.campaign_title,
  issued_at: receipt.issued_at,
  url: linkTo(service, receipt.id),
});
