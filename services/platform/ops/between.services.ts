// What must hold between services. They are read one after another while they move: what seems wrong is looked at again.
import type { Result, Verified } from '#contracts';
import type { Calls } from '#lib/service';
import { world } from '#lib/world';
import type { Asked } from '#mixins/invariants';
import type { VerifiedPart as Part } from './verified-part.ts';

const PAGE = 2500;
// Sums are made of all pledges of each, and of 500,000 in some seconds: few campaigns at once.
const SUMS_PAGE = 20;

// A message takes a few ms, under load some 100. The caller waits 10 s at most.
const AGAIN_MS = 1000;
const LOOKS = 2;

/** What is wrong, by its key. */
type Wrong = Map<string, string>;

type Pledge = Result<'pledges.read_facts'>['data'][number];

/** Every pledge has one payment, and both know the same of it. */
export async function pledgesPaid({ after }: Asked, calls: Calls): Promise<Part> {
  const { data } = await calls.call('pledges.read_facts', { ...from(after), limit: PAGE });
  const violations = await confirm(await unpaired(calls, data), async (ids) =>
    unpaired(calls, (await calls.call('pledges.read_facts', { ids, limit: PAGE })).data),
  );
  return part(
    'pledges',
    'a pledge has one payment that knows the same',
    data,
    violations,
    data.at(-1)?.pledge_id,
    PAGE,
  );
}

async function unpaired(calls: Calls, pledges: Pledge[]): Promise<Wrong> {
  const purpose_ids = pledges.map(({ pledge_id }) => pledge_id);
  const { data } = await calls.call('payments.read_facts', { purpose_ids, limit: 2 * PAGE });
  const paymentsOf = Map.groupBy(data, ({ purpose }) => purpose.id);
  const wrong: Wrong = new Map();
  for (const { pledge_id, ...pledge } of pledges) {
    const [payment, ...more] = paymentsOf.get(pledge_id) ?? [];
    if (!payment || more.length > 0) wrong.set(pledge_id, `${payment ? 1 + more.length : 0} payments`);
    else if (payment.amount !== pledge.amount || payment.currency !== pledge.currency)
      wrong.set(
        pledge_id,
        `of ${pledge.amount} ${pledge.currency}, its payment of ${payment.amount} ${payment.currency}`,
      );
    else if (payment.facts !== pledge.facts)
      wrong.set(pledge_id, `knows other facts than payment ${payment.payment_id}`);
  }
  return wrong;
}

/** Every payment for a pledge has its pledge. */
export async function paymentsPledged({ after }: Asked, calls: Calls): Promise<Part> {
  const { data } = await calls.call('payments.read_facts', { ...from(after), limit: PAGE });
  const orphans = async (payments: typeof data): Promise<Wrong> => {
    const pledged = payments.filter(({ purpose }) => purpose.kind === 'pledge');
    const ids = pledged.map(({ purpose }) => purpose.id);
    const found = await calls.call('pledges.read_facts', { ids, limit: PAGE });
    const known = new Set(found.data.map(({ pledge_id }) => pledge_id));
    const lost = pledged.filter(({ purpose }) => !known.has(purpose.id));
    return new Map(lost.map(({ payment_id, purpose }) => [payment_id, `there is no pledge ${purpose.id}`]));
  };
  const violations = await confirm(await orphans(data), (ids) =>
    orphans(data.filter(({ payment_id }) => ids.includes(payment_id))),
  );
  return part('payments', 'a payment has its pledge', data, violations, data.at(-1)?.payment_id, PAGE);
}

/** A campaign has raised what its pledges have brought it. */
export async function raisedFollows({ after }: Asked, calls: Calls): Promise<Part> {
  const sums = async () => (await calls.call('pledges.read_sums', { ...from(after), limit: SUMS_PAGE })).data;
  const unequal = async (summed: Awaited<ReturnType<typeof sums>>): Promise<Wrong> => {
    const ids = summed.map(({ campaign_id }) => campaign_id);
    const { data: raised } = await calls.call('campaigns.read_raised', { ids });
    const raisedBy = new Map(raised.map(({ campaign_id, raised_amount }) => [campaign_id, raised_amount]));
    const wrong = summed.filter(({ campaign_id, total }) => raisedBy.get(campaign_id) !== total);
    return new Map(
      wrong.map(({ campaign_id: id, total }) => [
        id,
        `it has ${raisedBy.get(id) ?? 'gone'}, its pledges brought ${total}`,
      ]),
    );
  };
  const data = await sums();
  const violations = await confirm(await unequal(data), async (ids) =>
    unequal((await sums()).filter(({ campaign_id }) => ids.includes(campaign_id))),
  );
  return part(
    'campaigns',
    'raised_amount is what pledges brought',
    data,
    violations,
    data.at(-1)?.campaign_id,
    SUMS_PAGE,
  );
}

/** Totals are what pledges, and the ledger, say. Totals looks again by itself. */
export async function totalsFollow({ after }: Asked, calls: Calls): Promise<Part> {
  const page = typeof after === 'string' ? { cursor: after } : {};
  const { checked, data, next_cursor } = await calls.call('totals.verify', { ...page, limit: SUMS_PAGE });
  const violations = data.map(({ campaign_id: key, totals, pledges, ledger }) => ({
    key,
    found: `it has ${totals.total} of ${totals.donors} donors, its pledges say ${pledges.total} of ${pledges.donors}, the ledger ${
      ledger.balance + ledger.paid_out - ledger.covered
    }`,
  }));
  return {
    data: [{ service: 'totals', invariant: 'totals are what pledges and ledger say', checked, violations }],
    next: next_cursor === null ? null : { after: next_cursor },
  };
}

/** Of what seems wrong, what still is when messages have had the time to arrive. */
async function confirm(wrong: Wrong, lookAgain: (keys: string[]) => Promise<Wrong>) {
  let still = wrong;
  for (let looks = 0; looks < LOOKS && still.size > 0; looks++) {
    await world.sleep(AGAIN_MS);
    still = await lookAgain([...still.keys()]);
  }
  return [...still].map(([key, found]) => ({ key, found }));
}

const from = (after: string | null | undefined) => (typeof after === 'string' ? { after } : {});

function part(
  service: string,
  invariant: string,
  data: unknown[],
  violations: Verified['violations'],
  last: string | undefined,
  page: number,
): Part {
  const next = data.length === page && last !== undefined ? { after: last } : null;
  return { data: [{ service, invariant, checked: data.length, violations }], next };
}
