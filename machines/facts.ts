// What a payment provider may report, in any order and any number of times; and what follows from it all.

/** The facts known of one payment. Each is unique: by its refund, its dispute, or else by the payment itself. */
export interface Facts {
  authorized?: true;
  failed?: true;
  settled?: true;
  /** The amount taken. The first fact that implies a capture says how much. */
  captured?: number;
  /** Amounts given back, by refund. */
  refunds?: Record<string, number>;
  /** Amounts disputed, by dispute, and whether that was won back. */
  disputes?: Record<string, { amount: number; is_won: boolean }>;
}

export type Fact =
  | { type: 'authorize' | 'fail' }
  | { type: 'capture' | 'settle'; amount: number }
  | { type: 'refund'; refund_id: string; amount: number }
  | { type: 'dispute' | 'win'; dispute_id: string; amount: number };

/** The facts with one more. The same object when it was known already. */
export function learn(facts: Facts, fact: Fact): Facts {
  switch (fact.type) {
    case 'authorize':
      return facts.authorized ? facts : { ...facts, authorized: true };
    case 'fail':
      return facts.failed ? facts : { ...facts, failed: true };
    case 'capture':
      // A capture implies that it was authorized.
      return facts.captured !== undefined ? facts : { ...facts, authorized: true, captured: fact.amount };
    case 'settle':
      // A settlement implies the capture; the capture's own report may come later, and finds it known.
      if (facts.settled) return facts;
      return { ...facts, authorized: true, settled: true, captured: facts.captured ?? fact.amount };
    case 'refund':
      if (facts.refunds?.[fact.refund_id] !== undefined) return facts;
      return { ...facts, refunds: { ...facts.refunds, [fact.refund_id]: fact.amount } };
    case 'dispute':
    case 'win': {
      const known = facts.disputes?.[fact.dispute_id];
      // Who hears of the win first knows the dispute by it.
      if (known && (known.is_won || fact.type === 'dispute')) return facts;
      const dispute = { amount: known?.amount ?? fact.amount, is_won: fact.type === 'win' };
      return { ...facts, disputes: { ...facts.disputes, [fact.dispute_id]: dispute } };
    }
  }
}

/** The money of a payment, in minor units. Nothing was given back or disputed before it is known to be taken. */
export interface Money {
  captured_amount: number;
  refunded_amount: number;
  /** Disputed and not won back. */
  charged_back_amount: number;
}

export function moneyOf({ captured, refunds = {}, disputes = {} }: Facts): Money {
  if (captured === undefined) return { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0 };
  const lost = Object.values(disputes).filter(({ is_won }) => !is_won);
  return {
    captured_amount: captured,
    refunded_amount: sum(Object.values(refunds)),
    charged_back_amount: sum(lost.map(({ amount }) => amount)),
  };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

interface Known {
  context: { facts: Facts };
}

/** Guards that both lifecycles of money share. */
export const guards = {
  isCaptured: ({ context: { facts } }: Known) => facts.captured !== undefined,
  isDisputed: ({ context: { facts } }: Known) => moneyOf(facts).charged_back_amount > 0,
  isRefunded: ({ context: { facts } }: Known) => {
    const { captured_amount, refunded_amount } = moneyOf(facts);
    return captured_amount > 0 && refunded_amount >= captured_amount;
  },
  isPartlyRefunded: ({ context: { facts } }: Known) => moneyOf(facts).refunded_amount > 0,
  isReversed: ({ context: { facts } }: Known) =>
    facts.captured !== undefined && Object.values(facts.disputes ?? {}).some(({ is_won }) => is_won),
  isSettled: ({ context: { facts } }: Known) => facts.settled === true,
};
