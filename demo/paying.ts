import type { Caller } from '#lib/caller';
import { unlessDone, until, type Call } from './calls.ts';
import type { DemoPledge } from './pledges.ts';

interface Made {
  pledge_id: string;
  payment_url: string;
}

interface Cast {
  call: Call;
  campaign: { id: string; currency: string; owner: Caller };
  /** Undefined for a guest. */
  donor: Caller | undefined;
}

/** Makes a pledge and its outcome. Undefined where the campaign no longer accepts it. */
export async function pledge(cast: Cast, wanted: DemoPledge): Promise<Made | undefined> {
  const { key, amount, guest, message, anonymous } = wanted;
  const { id: campaign_id, currency } = cast.campaign;
  const wish = {
    campaign_id,
    amount,
    currency,
    anonymous,
    ...(guest && { donor: guest }),
    ...(message && { message }),
  };
  const made = await unlessDone(cast.call('pledges.create', wish, { caller: cast.donor, key }));
  if (made && wanted.outcome !== 'pending') await unlessDone(comeTo(cast, made.pledge_id, wanted));
  return made;
}

async function comeTo({ call, campaign, donor }: Cast, pledge_id: string, wanted: DemoPledge): Promise<void> {
  const { key, amount, outcome } = wanted;
  if (outcome === 'cancelled' && donor)
    return void (await call('pledges.cancel', { id: pledge_id }, { caller: donor, key }));
  const { location } = await call('payments.checkout', { purpose_id: pledge_id });
  const id = location.split('/').at(-1)!;
  const isPaid = () =>
    until(`pledge ${pledge_id} paid`, async () => {
      const { status } = await call('pledges.get', { id: pledge_id }, { caller: campaign.owner });
      return status !== 'PENDING' && status !== 'AUTHORIZED';
    });
  const pay = async () => {
    await call('sandbox.pay', { id });
    await isPaid();
  };
  const refund = (part?: number) =>
    call('pledges.refund', { id: pledge_id, ...(part && { amount: part }) }, { caller: campaign.owner, key });

  switch (outcome) {
    case 'declined':
    case 'cancelled': // guests have only the link in their email
      return void (await call('sandbox.decline', { id }));
    case 'authorized':
      return void (await call('sandbox.authorize', { id }));
    case 'captured':
      return void (await call('sandbox.capture', { id }));
    case 'conflicted':
      return void (await call('sandbox.capture', { id, amount: amount - 100 }));
    case 'refunded':
      return pay().then(async () => void (await refund()));
    case 'partly refunded':
      return pay().then(async () => void (await refund(Math.floor(amount / 2))));
    case 'charged back':
      return pay().then(async () => void (await call('sandbox.dispute', { id, dispute_id: key })));
    case 'won back':
      return pay().then(async () => {
        await call('sandbox.dispute', { id, dispute_id: key });
        await call('sandbox.win', { id, dispute_id: key });
      });
    default:
      return pay();
  }
}
