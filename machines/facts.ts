// What a payment provider may report, in any order and any number of times; and what follows from it all.

/** The facts known of one payment. Each is unique: by its refund, its dispute, or else by the payment itself. */
export interface Facts {
  authorized?: true;
  failed?: true;
  /** The amount that the capture reported. */
  captured?: number;
  /** The amount that the settlement reported: that of the capture, or less where fees were kept. */
  settled?: number;
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
      return facts.captured === undefined ? { ...facts, captured: fact.amount } : facts;
    case 'settle':
      return facts.settled === undefined ? { ...facts, settled: fact.amount } : facts;
    case 'refund':
      if (Object.hasOwn(facts.refunds ?? {}, fact.refund_id)) return facts;
      return { ...facts, refunds: { ...facts.refunds, [fact.refund_id]: fact.amount } };
    case 'dispute':
    case 'win': {
      const known = Object.hasOwn(facts.disputes ?? {}, fact.dispute_id) && facts.disputes?.[fact.dispute_id];
      // Who hears of the win first knows the dispute by it.
      if (known && (known.is_won || fact.type === 'dispute')) return facts;
      const dispute = { amount: known ? known.amount : fact.amount, is_won: fact.type === 'win' };
      return { ...facts, disputes: { ...facts.disputes, [fact.dispute_id]: dispute } };
    }
  }
}

/** A payment as far as its lifecycle must know it. */
export interface Known {
  /** What was to be paid. */
  amount: number;
  facts: Facts;
}

/** The money of a payment, in minor units. Nothing was given back or disputed before it is known to be taken. */
export interface Money {
  captured_amount: number;
  refunded_amount: number;
  /** Disputed and not won back. */
  charged_back_amount: number;
}

export function moneyOf({ amount, facts }: Known): Money {
  const { refunds = {}, disputes = {} } = facts;
  if (!isTaken(facts)) return { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0 };
  const lost = Object.values(disputes).filter(({ is_won }) => !is_won);
  return {
    captured_amount: takenOf({ amount, facts }),
    refunded_amount: sum(Object.values(refunds)),
    charged_back_amount: sum(lost.map((dispute) => dispute.amount)),
  };
}

/** A capture implies that it was authorized, a settlement that it was captured. */
const isTaken = ({ captured, settled }: Facts) => captured !== undefined || settled !== undefined;

/** Where both reports are there and differ, the one of what was to be paid is believed, whichever came first. */
const takenOf = ({ amount, facts: { captured, settled } }: Known) =>
  captured === amount || settled === amount ? amount : (captured ?? settled ?? 0);

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Guards that both lifecycles of money share. */
export const guards = {
  isCaptured: ({ context }: { context: Known }) => isTaken(context.facts),
  /** Another amount than was to be paid: a person settles it. */
  isConflicting: ({ context }: { context: Known }) =>
    isTaken(context.facts) && takenOf(context) !== context.amount,
  isDisputed: ({ context }: { context: Known }) => moneyOf(context).charged_back_amount > 0,
  isRefunded: ({ context }: { context: Known }) => {
    const { captured_amount, refunded_amount } = moneyOf(context);
    return captured_amount > 0 && refunded_amount >= captured_amount;
  },
  isPartlyRefunded: ({ context }: { context: Known }) => moneyOf(context).refunded_amount > 0,
  isReversed: ({ context: { facts } }: { context: Known }) =>
    isTaken(facts) && Object.values(facts.disputes ?? {}).some(({ is_won }) => is_won),
  isSettled: ({ context: { facts } }: { context: Known }) => facts.settled !== undefined,
};
