// Recurring gifts in journeys: a donor, their saved card, and months that pass.
import type { Result } from '#contracts';
import { world } from '#lib/world';
import { aDraft, type Fundraising } from '#test/fundraising';

export const aGuest = { name: 'Greta', email: 'greta@example.org' };

export type Recurring = ReturnType<typeof recurring>;

export function recurring(it: Fundraising) {
  const keyed = () => ({ idempotency_key: world.newId() });

  async function aWish(changes: object = {}) {
    const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
    await it.owner.call('campaigns.publish', { id: campaign_id });
    return { campaign_id, amount: 1000, currency: 'EUR', interval: 'month', ...changes } as const;
  }

  /** A subscription, its first payment open at the sandbox. */
  async function aPending(by: Pick<Fundraising['donor'], 'call'> = it.donor, changes: object = {}) {
    const wish = await aWish(changes);
    const made = await by.call('subscriptions.create', wish, keyed());
    const payment_id = await it.provider.open(made.payment_url);
    return { ...made, id: made.subscription_id, campaign_id: wish.campaign_id, payment_id };
  }

  /** One whose first payment is made. */
  async function anActive(by?: Pick<Fundraising['donor'], 'call'>, changes?: object) {
    const pending = await aPending(by, changes);
    await it.anyone.call('sandbox.pay', { id: pending.payment_id });
    await it.platform.quiet();
    return { ...pending, mandate_id: await mandateOf(pending.id) };
  }

  const subscriptionOf = (id: string) => it.admin.call('subscriptions.get', { id });
  const linkOf = (id: string) => it.platform.call('subscriptions.read_link', { subscription_id: id });
  const tokenOf = async (id: string) => new URL((await linkOf(id)).url).searchParams.get('token')!;
  const totalOf = async (campaign_id: string) => (await it.anyone.call('totals.get', { campaign_id })).total;

  async function mandateOf(id: string): Promise<string> {
    const { rows } = await it.platform
      .db('subscriptions')
      .query<{ mandate_id: string }>('select mandate_id from subscriptions where id = $1', [id]);
    return rows[0]!.mandate_id;
  }

  /** Makes the charges of a saved card succeed, fail, or wait for a script. */
  const behave = (mandate_id: string, charges: 'succeed' | 'fail' | 'wait') =>
    it.anyone.call('sandbox.behave_mandate', { id: mandate_id, charges });

  const makeDue = (service: string, name: string, key: string) =>
    it.platform
      .db(service)
      .query('update timers set due_at = now() where name = $1 and key = $2', [name, key]);

  /** As if the subscription had begun this long ago. */
  const age = (id: string, interval: string) =>
    it.platform
      .db('subscriptions')
      .query(
        `update subscriptions set created_at = created_at - $2::interval, begun_at = begun_at - $2::interval where id = $1`,
        [id, interval],
      );

  /** A month passes: the next period begins. */
  async function renew(id: string) {
    await age(id, '1 month');
    await makeDue('subscriptions', 'subscriptions.renewal', id);
    await it.platform.quiet();
  }

  /** The next try is due. */
  async function retry(id: string) {
    await age(id, '2 days');
    await makeDue('subscriptions', 'subscriptions.retry', id);
    await it.platform.quiet();
  }

  /** Its pledges, the oldest first. */
  async function pledgesOf(id: string) {
    const { rows } = await it.platform
      .db('pledges')
      .query<Pick<Result<'pledges.get'>, 'id' | 'status' | 'period' | 'refunded_amount'>>(
        'select id, status, period, refunded_amount::int from pledges where subscription_id = $1 order by created_at, id',
        [id],
      );
    return rows;
  }
  const statusesOf = async (id: string) =>
    (await pledgesOf(id)).map(({ period, status }) => `${period} ${status}`);

  return {
    keyed,
    aWish,
    aPending,
    anActive,
    subscriptionOf,
    linkOf,
    tokenOf,
    totalOf,
    mandateOf,
    behave,
    makeDue,
    age,
    renew,
    retry,
    pledgesOf,
    statusesOf,
  };
}
