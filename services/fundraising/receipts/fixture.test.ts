// Receipts with the services that they ask, and messages of pledges for them.
import type { MessageName, Payload } from '#contracts';
import { subscribeExternal } from '#mixins/inbox';
import { defineService } from '#mixins/service';
import { aCampaign } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, until } from '#test/platform';
import type { KeptReceipt } from './receipt.rules.ts';

type Moved = Extract<MessageName, `pledge.${'captured' | 'refunded' | 'refund_reversed' | 'charged_back'}`>;

/** Two nodes, and somebody who hears of receipts, as whoever writes to donors does. */
export async function startReceipts() {
  const told: Payload<'receipt.issued'>[] = [];
  const writer = defineService({
    name: 'writer',
    actions: [],
    subscriptions: [
      subscribeExternal('receipt.issued', async (_service, { payload }) => {
        told.push(payload);
      }),
    ],
  });
  const platform = await startTestPlatform({
    services: ['campaigns', 'payments', 'pledges', 'receipts', 'sandbox', 'users'],
    own: [writer],
    nodes: 2,
  });
  const db = platform.db('receipts');
  const aUser = (user_id: string, name: string) =>
    platform.call('users.create', {
      user_id,
      name,
      email: `${user_id}@example.org`,
    });

  return {
    platform,
    told,
    db,
    aUser,

    /** An organisation with a campaign: its numbers begin with 1. */
    async anOrganisation() {
      const { campaign_id, owner } = await aCampaign(platform);
      await aUser(owner.user_id, 'Wells for All');
      return { campaign_id, organisation_id: owner.user_id };
    },

    /** A pledge of a donor, and its messages: `kept` of 1,000 at a version. */
    async aPledge(campaign_id: string) {
      const donor = aCaller();
      await aUser(donor.user_id, 'Dora');
      const wish = { campaign_id, amount: 1000, currency: 'EUR' };
      const { pledge_id } = await platform.call('pledges.create', wish, { caller: donor });
      const message = (name: Moved, kept: number, version: number) =>
        delivery(name, campaign_id, {
          pledge_id,
          campaign_id,
          donor_id: donor.user_id,
          amount: 1,
          currency: 'EUR',
          figures: { captured_amount: 1000, refunded_amount: 1000 - kept, charged_back_amount: 0, version },
        });
      return { pledge_id, donor, message };
    },

    /** Delivers messages; they must not have to wait. */
    async deliver(messages: object[], on = 0): Promise<void> {
      const outcome = await platform.deliver('receipts', messages, on);
      if (outcome.failed.length + outcome.waiting.length > 0) throw new Error(JSON.stringify(outcome));
    },

    /** An organisation's receipts in the order of their numbers. */
    async receiptsOf(organisation_id: string) {
      const { rows } = await db.query<Kept>(
        'select * from receipts where organisation_id = $1 order by sequence',
        [organisation_id],
      );
      return rows.map((row) => ({
        ...row,
        amount: Number(row.amount),
        issued_at: row.issued_at.toISOString(),
        received_at: row.received_at.toISOString(),
      }));
    },

    /** What a pledge's receipts that count confirm. */
    async liveOf(pledge_id: string): Promise<number[]> {
      const { rows } = await db.query<{ amount: number }>(
        `select amount::int from receipts r where pledge_id = $1 and kind = 'RECEIPT'
           and not exists (select from receipts where cancels = r.id)`,
        [pledge_id],
      );
      return rows.map(({ amount }) => amount);
    },

    /** Resolves once nothing is left to be issued. */
    idle: () =>
      until(async () => (await platform.count('receipts', `timers where name = 'receipts.issue'`)) === 0),
  };
}

type Kept = Omit<KeptReceipt, 'issued_at' | 'received_at'> & { issued_at: Date; received_at: Date };
