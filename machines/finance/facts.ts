// What a payment provider may report, in any order and any number of times; and its consequences.

/**
 * The known facts of one payment. Each is unique: by its refund, its dispute, or else by the payment itself. Where a
 * provider reports several amounts of one, all orders of its reports must end alike: see `moneyOf`.
 */
export interface Facts {
  authorized?: true;
  failed?: true;
  /** The hold was released. */
  voided?: true;
  /** The amounts that captures reported, each once, the smallest first. */
  captured?: number[];
  /** The amounts that settlements reported: the captured amount, or less where fees were deducted. */
  settled?: number[];
  /** Refunded amounts, by refund: the largest that was reported. */
  refunds?: Record<string, number>;
  /** Refunds that did not reach the donor, whatever was reported of them before. */
  failed_refunds?: Record<string, true>;
  /** By dispute, what it took and what was won back of it: the largest that was reported of each. */
  disputes?: Record<string, { amount: number; won: number }>;
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
      return withAmount(facts, 'captured', fact.amount);
    case 'settle':
      return withAmount(facts, 'settled', fact.amount);
    case 'refund': {
      const known = ofId(facts.refunds, fact.refund_id);
      if (known !== undefined && known >= fact.amount) return facts;
      return { ...facts, refunds: { ...facts.refunds, [fact.refund_id]: fact.amount } };
    }
    case 'fail_refund':
      if (has(facts.failed_refunds, fact.refund_id)) return facts;
      return { ...facts, failed_refunds: { ...facts.failed_refunds, [fact.refund_id]: true } };
    case 'dispute':
    case 'win': {
      const known = ofId(facts.disputes, fact.dispute_id) ?? { amount: 0, won: 0 };
      const field = fact.type === 'win' ? 'won' : 'amount';
      if (known[field] >= fact.amount) return facts;
      const dispute = { ...known, [field]: fact.amount };
      return { ...facts, disputes: { ...facts.disputes, [fact.dispute_id]: dispute } };
    }
  }
}

function withAmount(facts: Facts, field: 'captured' | 'settled', amount: number): Facts {
  const known = facts[field] ?? [];
  return known.includes(amount) ? facts : { ...facts, [field]: [...known, amount].sort((a, b) => a - b) };
}

const has = (record: object | undefined, id: string) => Object.hasOwn(record ?? {}, id);

/** An id may be any text, such as the name of a property that every object has. */
const ofId = <T>(record: Record<string, T> | undefined, id: string): T | undefined =>
  has(record, id) ? record![id] : undefined;

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

/**
 * Of several reported amounts, the one to be paid is believed of a capture, where any report says it, and else the largest;
 * of a refund, a dispute and a win, the largest. So the order of reports does not matter, and of two amounts that may be
 * gone the larger is not promised to anybody. A win brings back what was won, and no more than its dispute took.
 */
export function moneyOf({ amount, facts }: Known): Money {
  const { disputes = {} } = facts;
  if (!isTaken(facts)) return NO_MONEY;
  return {
    captured_amount: takenOf({ amount, facts }),
    refunded_amount: sum(Object.values(refundsOf(facts))),
    charged_back_amount: sum(
      Object.values(disputes).map(({ amount: taken, won }) => Math.max(0, taken - won)),
    ),
  };
}

/** What the provider keeps of a payment, once its money has arrived; undefined before. */
export function feeOfPayment({ amount, facts }: Known): number | undefined {
  const arrived = facts.settled?.at(-1);
  return arrived === undefined ? undefined : Math.max(0, takenOf({ amount, facts }) - arrived);
}

/** The refunds that did not fail, and their amounts. */
export const refundsOf = ({ refunds = {}, failed_refunds }: Facts): Record<string, number> =>
  failed_refunds
    ? Object.fromEntries(Object.entries(refunds).filter(([id]) => !has(failed_refunds, id)))
    : refunds;

/** A capture implies that it was authorized, a settlement that it was captured. */
const isTaken = ({ captured, settled }: Facts) => captured !== undefined || settled !== undefined;

/** A settlement tells of a capture too, if nothing else does. */
const takenOf = ({ amount, facts: { captured = [], settled = [] } }: Known) =>
  captured.includes(amount) || settled.includes(amount) ? amount : Math.max(0, ...captured, ...settled);

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
    (takenOf(context) !== context.amount || context.resolution === 'refused') &&
    context.resolution !== 'accepted' &&
    !isRefunded({ context }),
  isDisputed: ({ context }: Asked) => moneyOf(context).charged_back_amount > 0,
  isRefunded,
  isPartlyRefunded: ({ context }: Asked) => moneyOf(context).refunded_amount > 0,
  isReversed: ({ context: { facts } }: Asked) =>
    isTaken(facts) && Object.values(facts.disputes ?? {}).some(({ won }) => won > 0),
  isSettled: ({ context: { facts } }: Asked) => facts.settled !== undefined,
};
