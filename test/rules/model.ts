// Who has what of a campaign's money, said as simply as it can be: what the real rules are held to.
import type { Fact } from '#machines/finance/facts';
import { PLEDGES, type Happening } from './fundraising.ts';

const PLEDGED = 1000;

/** What the provider has told of one pledge's money: of each thing, all amounts that it was told with. */
const nothing = () => ({
  captured: new Set<number>(),
  settled: new Set<number>(),
  refunds: new Map<string, number>(),
  failed: new Set<string>(),
  disputes: new Map<string, number>(),
  wins: new Map<string, number>(),
});

/** Takes note of facts and forgets nothing; what it makes of them does not know their order. */
export function model() {
  const told = Array.from({ length: PLEDGES }, nothing);
  const most = (of: Map<string, number>, id: string, amount: number) =>
    of.set(id, Math.max(amount, of.get(id) ?? 0));

  function note({ of = 0, ...happening }: Happening) {
    const pledge = told[of]!;
    const fact = happening as Fact;
    if (fact.type === 'capture') pledge.captured.add(fact.amount);
    if (fact.type === 'settle') pledge.settled.add(fact.amount);
    if (fact.type === 'refund') most(pledge.refunds, fact.refund_id, fact.amount);
    if (fact.type === 'fail_refund') pledge.failed.add(fact.refund_id);
    if (fact.type === 'dispute') most(pledge.disputes, fact.dispute_id, fact.amount);
    if (fact.type === 'win') most(pledge.wins, fact.dispute_id, fact.amount);
  }

  /** What one pledge's donor has given for good, and what the provider has kept of it. */
  function givenBy(of: number) {
    const { captured, settled, refunds, failed, disputes, wins } = told[of]!;
    const taken =
      captured.has(PLEDGED) || settled.has(PLEDGED) ? PLEDGED : Math.max(most_(captured), most_(settled));
    const back = [...refunds].filter(([id]) => !failed.has(id)).map(([, amount]) => amount);
    const lost = [...disputes].map(([id, amount]) => Math.max(0, amount - (wins.get(id) ?? 0)));
    const fee = settled.size === 0 ? 0 : Math.max(0, taken - most_(settled));
    return { taken, given: taken - (taken === 0 ? 0 : total(back) + total(lost)), fee };
  }

  return { note, givenBy };
}

const most_ = (amounts: Set<number>) => Math.max(0, ...amounts);
const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
