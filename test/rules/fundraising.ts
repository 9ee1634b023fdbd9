// Fundraising as its rules alone make it: pledges of one campaign, their payments and their books, without a database, a
// broker or a clock.
import { messages as contracts, type MessageName, type Payout, type WriteOff } from '#contracts';
import { uuidv5, world } from '#lib/world';
import type { Fact } from '#machines/finance/facts';
import type { AnyDecision, Rule } from '#mixins/actors/decision';
import * as postings from '../../services/finance/payments/postings.rules.ts';
import type { PaymentState, Report } from '../../services/finance/payments/payment-state.rules.ts';
import * as payments from '../../services/finance/payments/payment.rules.ts';
import * as payouts from '../../services/finance/payments/payout.rules.ts';
import * as money from '../../services/fundraising/pledges/pledge-money.rules.ts';
import type { PledgeState } from '../../services/fundraising/pledges/pledge-state.rules.ts';
import * as pledges from '../../services/fundraising/pledges/pledge.rules.ts';
import { books } from './books.ts';
import { at, campaign, campaign_id, donor, nobody, owner, pledge_id, wish } from './people.ts';
import { queues } from './queues.ts';

/** How many pledges a story may be about. */
export const PLEDGES = 3;

const ids = Array.from({ length: PLEDGES }, (_, i) => {
  const id = i === 0 ? pledge_id : uuidv5(`pledge ${i} beside ${pledge_id}`);
  return { pledge_id: id, payment_id: payments.paymentIdOf({ kind: 'pledge', id }) };
});

export const accounts = { payment: `payment:${ids[0]!.payment_id}`, campaign: `campaign:${campaign_id}` };

/** The pledges that stories begin with, and their payments. */
const begun = ids.map(({ pledge_id: id, payment_id }) => {
  const { state: pledge } = pledges.create(
    undefined,
    { wish, campaign, guest_id: null },
    { ...donor, key: id },
  );
  const { state: payment } = payments.open(
    undefined,
    {
      purpose: { kind: 'pledge', id },
      beneficiary: accounts.campaign,
      provider: 'sandbox',
      amount: pledge.amount,
      currency: pledge.currency,
    },
    { ...nobody, key: payment_id },
  );
  return { pledge: { ...pledge, version: 1 }, payment: { ...payment, version: 1 } };
});

const names: Record<Fact['type'], Report['name']> = {
  authorize: 'payment.authorized',
  capture: 'payment.captured',
  settle: 'settlement.confirmed',
  fail: 'payment.failed',
  void: 'payment.voided',
  refund: 'payment.refunded',
  fail_refund: 'payment.refund_failed',
  dispute: 'payment.disputed',
  win: 'payment.dispute_won',
};

const pledgeRules: Partial<Record<MessageName, Rule<PledgeState, never>>> = {
  'payment.authorized': money.authorize,
  'payment.captured': money.capture,
  'settlement.confirmed': money.settle,
  'payment.failed': money.fails,
  'payment.voided': money.voids,
  'payment.refunded': money.refund,
  'payment.refund_failed': money.failRefund,
  'payment.disputed': money.dispute,
  'payment.dispute_won': money.win,
};
const paymentRules: Partial<Record<MessageName, Rule<PaymentState, never>>> = {
  'pledge.captured': postings.creditBeneficiary('captured'),
  'pledge.capture_reduced': postings.debitBeneficiary('capture_reduced'),
  'pledge.refunded': postings.debitRefund,
  'pledge.refund_reversed': postings.creditBeneficiary('refund_reversed'),
  'pledge.charged_back': postings.debitBeneficiary('charged_back'),
  'pledge.chargeback_reversed': postings.creditBeneficiary('chargeback_reversed'),
  'pledge.cancelled': payments.giveUp,
  'pledge.expired': payments.giveUp,
  'pledge.refund_requested': payments.wantRefund,
};

/** The state of the campaign when late money comes, and the provider's treatment of refunds. */
export interface Setting {
  isOpen?: boolean;
  refunds?: 'succeed' | 'fail' | 'refuse' | 'wait';
  /** Chooses the order in which messages are delivered, and how long they wait. Without it all are delivered at once. */
  seed?: number;
}

/** An event: a fact that the provider reports, or an act of a person or a timer; `of` is its pledge, the first unless it says. */
export type Happening = { of?: number } & (
  | Fact
  | { type: 'cancel' | 'expire' | 'withdraw' | 'close' }
  | { type: 'ask_refund'; amount?: number }
  | { type: 'resolve'; accept: boolean }
  | { type: 'pay_out' | 'write_off'; amount: number }
  | { type: 'fail_payout' | 'reverse_payout' }
);

/** Plays events with all their consequences, as the platform would: messages of one key in their order. */
export function play(happenings: readonly Happening[], setting: Setting = {}) {
  const story = begin(setting);
  for (const happening of happenings) story.happen(happening);
  return story.end();
}

/** A story that goes on, event by event. */
export function begin({ isOpen = true, refunds = 'succeed', seed }: Setting = {}) {
  const all = begun.map((one) => ({ ...one, total: { captured: 0, refunded: 0, charged_back: 0 } }));
  type One = (typeof all)[number];
  const ledger = books();
  const made: Payout[] = [];
  const written: WriteOff[] = [];
  let is_called_off = false;
  let is_closed = false;
  const waiting = queues(seed);

  function happen({ of = 0, ...happening }: Happening): 'done' | 'refused' {
    const outcome = refusable(() => act(all[of]!, happening));
    waiting.deliverSome();
    return outcome;
  }

  function act(one: One, happening: Happening) {
    switch (happening.type) {
      case 'cancel':
        return decidePledge(one, pledges.cancel(one.pledge, { has_link: false }, donor));
      case 'expire':
        return decidePledge(one, pledges.expire(one.pledge, undefined, { now: at }));
      case 'close':
        is_closed = true;
        return all.forEach((each) => decidePledge(each, pledges.close(each.pledge, undefined, { now: at })));
      case 'withdraw':
        is_called_off = true;
        return all.forEach((each) =>
          decidePledge(each, pledges.withdraw(each.pledge, undefined, { now: at })),
        );
      case 'ask_refund':
        return decidePledge(one, money.askRefund(one.pledge, wishFor(happening), owner));
      case 'resolve':
        return decidePledge(
          one,
          pledges.resolve(one.pledge, { accept: happening.accept, is_called_off }, { now: at }),
        );
      case 'pay_out':
      case 'write_off':
      case 'fail_payout':
      case 'reverse_payout':
        return moveOut(happening);
      default:
        return report(one, happening);
    }
  }

  function moveOut(happening: Extract<Happening, { type: `${string}_${'out' | 'off' | 'payout'}` }>) {
    const context = { ...nobody, now: at, key: world.newId() };
    const beneficiary = accounts.campaign;
    if (happening.type === 'pay_out') {
      const wanted = { beneficiary, amount: happening.amount, currency: 'EUR' };
      const holder = { is_called_off, pending_amount: 0 };
      return void made.push(ledger.post(payouts.book(undefined, { wanted, holder }, context)).state);
    }
    if (happening.type === 'write_off') {
      const wanted = { beneficiary, amount: happening.amount, currency: 'EUR', reason: 'it is gone' };
      return void written.push(ledger.post(payouts.writeOff(undefined, wanted, context)).state);
    }
    const [status, rule] =
      happening.type === 'fail_payout'
        ? (['BOOKED', payouts.failPayout] as const)
        : (['PAID', payouts.reverse] as const);
    const i = made.findIndex((payout) => payout.status === 'BOOKED' || payout.status === status);
    if (i < 0) return;
    const payout = status === 'PAID' ? { ...made[i]!, status } : made[i]!;
    made[i] = ledger.post(rule(payout, { reason: 'closed account' }, context)).state;
  }

  function report(one: One, fact: Fact) {
    const { type: _, ...figures } = { amount: 1000, ...fact };
    const reported = { payment_id: one.payment.id, currency: 'EUR', name: names[fact.type], ...figures };
    decidePayment(
      one,
      payments.receiveReport(one.payment, { report: reported, reports_settlement: true }, { now: at }),
    );
  }

  function decidePledge(one: One, decision: AnyDecision<PledgeState>) {
    one.pledge = saved(one.pledge, decision.state);
    for (const { name, payload } of decision.messages) {
      const { figures } = payload as { figures?: PledgeState };
      if (figures)
        one.total = {
          captured: figures.captured_amount,
          refunded: figures.refunded_amount,
          charged_back: figures.charged_back_amount,
        };
      const rule = paymentRules[name];
      const context = { ...nobody, now: at, key: one.payment.id };
      const deliver = () => decidePayment(one, rule!(one.payment, payload as never, context));
      const { key } = contracts[name];
      if (rule) waiting.put(`pledges ${key} ${String(payload[key])}`, deliver);
    }
    if (decision.timers.some(({ name, due_at }) => name === 'pledges.late_money' && due_at !== null))
      waiting.put(`late_money ${one.pledge.id}`, () =>
        decidePledge(one, pledges.settleLate(one.pledge, { is_open: isOpenNow() }, { now: at })),
      );
  }

  const isOpenNow = () => isOpen && !is_closed && !is_called_off;

  function decidePayment(one: One, wanted: AnyDecision<PaymentState>) {
    const decision = ledger.post(wanted);
    one.payment = saved(one.payment, decision.state);
    const { id } = one.payment;
    for (const { name, payload } of decision.messages) {
      const rule = pledgeRules[name];
      const context = { ...nobody, now: at, key: one.pledge.id };
      const deliver = () => decidePledge(one, rule!(one.pledge, payload as never, context));
      if (rule) waiting.put(`payments ${id}`, deliver);
    }
    for (const { name, key, due_at } of decision.timers) {
      if (due_at === null) continue;
      if (name === 'payments.void') waiting.put(`${name} ${id}`, () => report(one, { type: 'void' }));
      if (name === 'payments.refund' && refunds !== 'wait')
        waiting.put(`${name} ${key}`, () => refundAtProvider(one, key));
    }
  }

  function refundAtProvider(one: One, refund_id: string) {
    const { amount, status } = one.payment.refunds.find((refund) => refund.refund_id === refund_id)!;
    if (status !== 'PENDING') return;
    if (refunds === 'refuse') decidePayment(one, payments.refuse(one.payment, { refund_id }));
    else if (refunds === 'fail') report(one, { type: 'fail_refund', refund_id });
    else report(one, { type: 'refund', refund_id, amount });
  }

  function now() {
    const left = made.filter(({ status }) => status === 'BOOKED' || status === 'PAID');
    return {
      all,
      is_called_off,
      paid_out: sum(left),
      written_off: sum(written),
      balances: ledger.balances(),
      reserved: ledger.reserved(),
    };
  }

  return {
    happen,
    now,
    end() {
      waiting.deliverAll();
      return { ...all[0]!, ...now() };
    },
  };
}

const sum = (amounts: { amount: number }[]) => amounts.reduce((total, { amount }) => total + amount, 0);

const saved = <S extends { version: number }>(was: S, state: S): S =>
  state === was ? was : { ...state, version: was.version + 1 };

const wishFor = ({ amount }: { amount?: number }) =>
  amount === undefined ? { campaign } : { campaign, amount };

function refusable(act: () => void): 'done' | 'refused' {
  try {
    act();
    return 'done';
  } catch (error) {
    if (!(error instanceof Error && 'type' in error)) throw error;
    return 'refused';
  }
}
