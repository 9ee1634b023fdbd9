import type { Facts } from '#machines/finance/facts';
import { look, type Urls } from '#test/invariants/fundraising';
import type { History } from './load.ts';

interface KeptPledge {
  id: string;
  campaign_id: string;
  amount: number;
  captured_amount: number;
  refunded_amount: number;
  status: string;
  captured: number;
  refunds: { refund_id: string; amount: number; status: string }[];
  facts: Facts;
}

interface KeptWebhook {
  webhook_id: string;
  payment_id: string;
  type: string;
  outcome: string;
}

/** Acknowledgements that the platform does not fulfil; none if all is well. The platform must be at rest. */
export async function brokenPromises(history: History, urls: Urls): Promise<string[]> {
  const pledges = await look<KeptPledge>(
    urls['pledges']!,
    `select id, campaign_id, amount, captured_amount, refunded_amount, status, refunds, facts,
      (select count(*) from transitions
        where key = id and to_status = 'CAPTURED' and from_status in ('PENDING', 'AUTHORIZED')) captured
      from pledges`,
  );
  const webhooks = await look<KeptWebhook>(
    urls['payments']!,
    'select webhook_id, payment_id, type, outcome from webhooks',
  );
  const pledgeOf = new Map(pledges.map((pledge) => [pledge.id, pledge]));
  const webhookOf = new Map(webhooks.map((webhook) => [webhook.webhook_id, webhook]));
  return [
    ...history.contradictions,
    ...[...history.pledges].flatMap(([id, promised]) => brokenPledge(id, promised, pledgeOf.get(id))),
    ...[...history.webhooks].flatMap(([id, reported]) => [
      ...brokenWebhook(id, reported, webhookOf.get(id)),
      ...brokenEffect(id, reported, pledgeOf.get(reported.pledge_id)),
    ]),
  ];
}

type Promised = History['pledges'] extends Map<string, infer P> ? P : never;
type Reported = History['webhooks'] extends Map<string, infer W> ? W : never;

function brokenPledge(id: string, promised: Promised, kept: KeptPledge | undefined): string[] {
  if (!kept) return [`pledge ${id} was answered 201, and is gone`];
  const { isCancelled, isPaid, refund } = promised;
  const isSame = kept.campaign_id === promised.campaign_id && kept.amount === promised.amount;
  const isKept =
    isSame &&
    (!isCancelled || kept.status === 'CANCELLED') &&
    (!isPaid || (kept.captured_amount === promised.amount && kept.captured === 1)) &&
    (!refund || (kept.refunded_amount === refund.amount && wasRefunded(kept, refund)));
  return isKept
    ? []
    : [`pledge ${id} is not as it was promised: ${JSON.stringify(promised)}, but ${JSON.stringify(kept)}`];
}

const wasRefunded = ({ refunds }: KeptPledge, { refund_id, amount }: NonNullable<Promised['refund']>) =>
  refunds.length === 1 &&
  refunds.every(
    (refund) => refund.refund_id === refund_id && refund.amount === amount && refund.status === 'SUCCEEDED',
  );

function brokenWebhook(id: string, { type }: Reported, kept: KeptWebhook | undefined): string[] {
  if (!kept) return [`webhook ${id} (${type}) was answered 200, and is gone`];
  return kept.outcome === 'applied' ? [] : [`webhook ${id} (${type}) is ${kept.outcome}, not applied`];
}

/** Whether the pledge of a webhook has its money, and has it once. */
function brokenEffect(id: string, reported: Reported, kept: KeptPledge | undefined): string[] {
  return kept && hasEffect(reported, kept)
    ? []
    : [`webhook ${id} (${reported.type}) was answered 200: its pledge is ${JSON.stringify(kept)}`];
}

function hasEffect({ type, amount }: Reported, { facts, ...kept }: KeptPledge): boolean {
  const disputes = Object.values(facts.disputes ?? {});
  switch (type) {
    case 'payment.captured':
      return kept.captured_amount === amount && kept.captured === 1;
    case 'payment.refunded':
      return kept.refunded_amount === amount;
    case 'payment.disputed':
      return disputes.length === 1 && disputes[0]!.amount === amount;
    case 'payment.dispute_won':
      return disputes.length === 1 && disputes[0]!.won === amount;
    default:
      return facts.authorized === true;
  }
}
