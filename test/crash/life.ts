// A pledge over its whole life, and the state of everything at its end.
import { world } from '#lib/world';
import { client, provider, type Client } from '#test/client';
import { aDraft } from '#test/fundraising';
import { violations } from '#test/invariants/fundraising';
import type { Lane } from './lane.ts';

const AMOUNT = 1000;
const REFUND = 300;

export interface Cast {
  owner: string;
  donor: string;
}

/** Signs in the cast, once per lane; returns their tokens. */
export async function signIn(lane: Lane): Promise<Cast> {
  const url = await lane.url();
  const account = (name: string) => ({
    email: `${name}@example.org`,
    password: `pass ${world.newId()}`,
    name,
  });
  const enter = async (name: string) => (await client(url).call('auth.register', account(name))).access_token;
  return { owner: await enter('olga'), donor: await enter('dora') };
}

/** The state of everything at the end, whatever crashed on the way. */
export const WHOLE_LIFE = {
  pledge: {
    status: 'PARTIALLY_REFUNDED',
    captured_amount: 1000,
    refunded_amount: 300,
    charged_back_amount: 0,
  },
  history: [
    'PENDING',
    'AUTHORIZED',
    'CAPTURED',
    'COMPLETED',
    'PARTIALLY_REFUNDED',
    'CHARGED_BACK',
    'PARTIALLY_REFUNDED',
  ],
  refunds: [{ amount: 300, status: 'SUCCEEDED' }],
  payments: [
    {
      status: 'PARTIALLY_REFUNDED',
      captured_amount: 1000,
      refunded_amount: 300,
      charged_back_amount: 0,
      holds: {},
    },
  ],
  reported: [
    'payment.authorized',
    'payment.captured',
    'payment.dispute_won',
    'payment.disputed',
    'settlement.confirmed',
  ],
  totals: { total: 700, donors: 1, pledges: 1, refunded: 300 },
  bank: { captured_amount: 1000, refunded_amount: 300, disputed_amount: 0 },
  books: {
    'bank:EUR': -950,
    'campaign:it': 650,
    'provider:sandbox:EUR': 300,
    // Captured, credited, settled, its fee and who bears it; the refund reserved, taken and returned; the dispute and its win two each.
    transfers: 12,
  },
  left: [],
  violations: [],
};

/** A campaign without pledges. */
export async function openCampaign(lane: Lane, { owner }: Cast): Promise<string> {
  const olga = client(await lane.url(), owner);
  const { id } = await olga.call('campaigns.create', aDraft());
  await olga.call('campaigns.publish', { id });
  await lane.quiet();
  return id;
}

/** Pledges, pays, refunds, disputes and wins. Each request is repeated until it is acknowledged. */
export async function live(lane: Lane, { owner, donor }: Cast, campaign_id: string): Promise<string> {
  const keyed = () => ({ idempotency_key: world.newId() });
  const asking = async (
    who: string | undefined,
    wanted: number,
    ask: (as: Client) => ReturnType<Client['get']>,
  ) => {
    const body = await lane.insist(wanted, (url) => ask(client(url, who)));
    await lane.quiet();
    return body;
  };
  const reporting = async (type: string, fact: object = {}) => {
    const webhook_id = world.newId();
    await lane.insist(200, (url) =>
      provider(url, lane.secret).report({ payment_id, type, ...fact }, webhook_id),
    );
    await lane.quiet();
  };

  const [key, wish] = [keyed(), { campaign_id, amount: AMOUNT, currency: 'EUR' }];
  const made = await asking(donor, 201, (dora) => dora.post('/api/pledges', wish, key));
  const { pledge_id, payment_url } = made as { pledge_id: string; payment_url: string };
  const { pathname } = new URL(payment_url);
  let payment_id = '';
  await lane.insist(303, async (url) => {
    const answer = await client(url).get(pathname);
    payment_id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    return answer;
  });
  await reporting('payment.authorized');
  // The sandbox itself reports this one, so that it knows of the money when a refund is requested.
  const capture = `/sandbox/payments/${payment_id}/capture`;
  await asking(undefined, 200, (bank) => bank.post(capture, {}));
  await reporting('settlement.confirmed', { amount: AMOUNT - 50 });
  const refunds = `/api/pledges/${pledge_id}/refunds`;
  const again = keyed();
  await asking(owner, 202, (olga) => olga.post(refunds, { amount: REFUND }, again));
  const dispute = { dispute_id: `dispute of ${payment_id}`, amount: AMOUNT - REFUND };
  await reporting('payment.disputed', dispute);
  await reporting('payment.dispute_won', dispute);
  return pledge_id;
}

export type End = Awaited<ReturnType<typeof endOf>>;

/** The end of a pledge, and violations. It is the same for every life. */
export async function endOf(lane: Lane, { owner, donor }: Cast, pledge_id: string, before: Books) {
  const url = await lane.url();
  const { campaign_id, refunds, transitions, ...pledge } = await client(url, donor).call('pledges.get', {
    id: pledge_id,
  });
  const { total, donors, pledges, refunded } = await client(url, owner).call('totals.get', { campaign_id });
  const { rows: payments } = await lane.db('payments').query(
    `select id, status, captured_amount::int, refunded_amount::int, charged_back_amount::int, holds
     from payments where purpose ->> 'id' = $1`,
    [pledge_id],
  );
  const payment_id = String((payments[0] as { id: string }).id);
  // A refund is known by the provider's response or by its webhook, whichever is first.
  const { rows: webhooks } = await lane.db('payments').query<{ type: string }>(
    `select type from webhooks
       where payment_id = $1 and outcome = 'applied' and type <> 'payment.refunded'`,
    [payment_id],
  );
  const { captured_amount, refunded_amount, disputed_amount } = await client(url).call('sandbox.get', {
    id: payment_id,
  });
  const named = (text: string) =>
    text.replaceAll(payment_id, 'it').replaceAll(campaign_id, 'it').replaceAll(pledge_id, 'it');
  return {
    pledge: moneyOf(pledge),
    history: transitions.map(({ to }) => to),
    refunds: refunds.map(({ amount, status }) => ({ amount, status })),
    payments: payments.map(({ id: _, ...payment }: Record<string, unknown>) => payment),
    reported: webhooks.map(({ type }) => type).sort(),
    totals: { total, donors, pledges, refunded },
    bank: { captured_amount, refunded_amount, disputed_amount },
    books: Object.fromEntries(
      [...(await booksOf(lane))]
        .map(([name, figure]) => [named(name), figure - (before.get(name) ?? 0)] as const)
        .filter(([, change]) => change !== 0)
        .sort(),
    ),
    left: await leftIn(lane, pledge_id, payment_id),
    violations: await violations(lane.urls),
  };
}

const moneyOf = <
  P extends { status: string; captured_amount: number; refunded_amount: number; charged_back_amount: number },
>({
  status,
  captured_amount,
  refunded_amount,
  charged_back_amount,
}: P) => ({ status, captured_amount, refunded_amount, charged_back_amount });

/** The balance and the reserved amount of every account, and the number of transfers. */
export type Books = Map<string, number>;

export async function booksOf(lane: Lane): Promise<Books> {
  const { rows } = await lane.db('payments').query<{ name: string; figure: number }>(
    `select id name, balance::int figure from ledger_accounts
     union all select id || ' reserved', reserved::int from ledger_accounts
     union all select 'transfers', count(*)::int from ledger_transfers`,
  );
  return new Map(rows.map(({ name, figure }) => [name, figure]));
}

/** Timers that nobody needs any more. */
async function leftIn(lane: Lane, pledge_id: string, payment_id: string): Promise<string[]> {
  const { rows } = await lane
    .db('pledges')
    .query<{ name: string }>('select name from timers where key = $1', [pledge_id]);
  const { rows: others } = await lane
    .db('payments')
    .query<{ name: string }>(`select name from timers where key = $1 or payload ->> 'payment_id' = $1`, [
      payment_id,
    ]);
  return [...rows, ...others].map(({ name }) => name);
}
