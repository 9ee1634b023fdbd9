// What a payment provider may report, in any order and any number of times; and its consequences.

/** The known facts of one payment. Each is unique: by its refund, its dispute, or else by the payment itself. */
export interface Facts {
  authorized?: true;
  failed?: true;
  /** The hold was released. */
  voided?: true;
  /** The amount that the capture reported. */
  captured?: number;
  /** The amount that the settlement reported: the captured amount, or less where fees were deducted. */
  settled?: number;
  /** Refunded amounts, by refund. */
  refunds?: Record<string, number>;
  /** Refunds that did not reach the donor, whatever was reported of them before. */
  failed_refunds?: Record<string, true>;
  /** Disputed amounts, by dispute, and whether each was won back. */
  disputes?: Record<string, { amount: number; is_won: boolean }>;
}

export type Fact =
  | { type: 'authorize' | 'fail' | 'void' }
  | { type: 'capture' | 'settle'; amount: number }
  | { type: 'refund'; refund_id: string; amount: number }
  | { type: 'fail_refund'; refund_id: string }
  | { type: 'dispute' | 'win'; dispute_id: string; amount: number };

/** The facts with one more. The same object when it was known already. */
export function learn(facts: Facts, fact: Fact): Facts {
  switch (fact.type) {
    case 'authorize':
      return facts.authorized ? facts : { ...facts, authorized: true };
    case 'fail':
      return facts.failed ? facts : { ...facts, failed: true };
    case 'void':
      return facts.voided ? facts : { ...facts, voided: true };
    case 'capture':
      return facts.captured === undefined ? { ...facts, captured: fact.amount } : facts;
    case 'settle':
      return facts.settled === undefined ? { ...facts, settled: fact.amount } : facts;
    case 'refund':
      if (has(facts.refunds, fact.refund_id)) return facts;
      return { ...facts, refunds: { ...facts.refunds, [fact.refund_id]: fact.amount } };
    case 'fail_refund':
      if (has(facts.failed_refunds, fact.refund_id)) return facts;
      return { ...facts, failed_refunds: { ...facts.failed_refunds, [fact.refund_id]: true } };
    case 'dispute':
    case 'win': {
      const known = has(facts.disputes, fact.dispute_id) && facts.disputes?.[fact.dispute_id];
      // A win that is reported first creates the dispute.
      if (known && (known.is_won || fact.type === 'dispute')) return facts;
      const dispute = { amount: known ? known.amount : fact.amount, is_won: fact.type === 'win' };
      return { ...facts, disputes: { ...facts.disputes, [fact.dispute_id]: dispute } };
    }
  }
}

const has = (record: object | undefined, id: string) => Object.hasOwn(record ?? {}, id);

/** What a lifecycle must know of a payment. */
export interface Known {
  /** The amount to be paid. */
  amount: number;
  facts: Facts;
  /** An admin's decision where another amount was captured. */
  resolution?: 'accepted' | 'refused' | null;
}

/** The money of a payment, in minor units. Nothing counts as refunded or disputed before money is known to be captured. */
export interface Money {
  captured_amount: number;
  refunded_amount: number;
  /** Disputed and not won back. */
  charged_back_amount: number;
}

export const NO_MONEY: Money = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0 };

export function moneyOf({ amount, facts }: Known): Money {
  const { disputes = {} } = facts;
  if (!isTaken(facts)) return NO_MONEY;
  const lost = Object.values(disputes).filter(({ is_won }) => !is_won);
  return {
    captured_amount: takenOf({ amount, facts }),
    refunded_amount: sum(Object.values(refundsOf(facts))),
    charged_back_amount: sum(lost.map((dispute) => dispute.amount)),
  };
}

/** The refunds that did not fail, and their amounts. */
export const refundsOf = ({ refunds = {}, failed_refunds }: Facts): Record<string, number> =>
  failed_refunds
    ? Object.fromEntries(Object.entries(refunds).filter(([id]) => !has(failed_refunds, id)))
    : refunds;

/** A capture implies that it was authorized, a settlement that it was captured. */
const isTaken = ({ captured, settled }: Facts) => captured !== undefined || settled !== undefined;

/** When capture and settlement differ, the one that equals the amount to be paid counts, whichever came first. */
const takenOf = ({ amount, facts: { captured, settled } }: Known) =>
  captured === amount || settled === amount ? amount : (captured ?? settled ?? 0);

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

interface Asked {
  context: Known;
}

const isRefunded = ({ context }: Asked) => {
  const { captured_amount, refunded_amount } = moneyOf(context);
  return captured_amount > 0 && refunded_amount >= captured_amount;
};

/** Guards that both lifecycles of money share. */
export const guards = {
  isCaptured: ({ context }: Asked) => isTaken(context.facts),
  /** Another amount was captured than was to be paid: an admin decides, unless all of it was returned. */
  isConflicting: ({ context }: Asked) =>
    isTaken(context.facts) &&
    takenOf(context) !== context.amount &&
    context.resolution !== 'accepted' &&
    !isRefunded({ context }),
  isDisputed: ({ context }: Asked) => moneyOf(context).charged_back_amount > 0,
  isRefunded,
  isPartlyRefunded: ({ context }: Asked) => moneyOf(context).refunded_amount > 0,
  isReversed: ({ context: { facts } }: Asked) =>
    isTaken(facts) && Object.values(facts.disputes ?? {}).some(({ is_won }) => is_won),
  isSettled: ({ context: { facts } }: Asked) => facts.settled !== undefined,
};
