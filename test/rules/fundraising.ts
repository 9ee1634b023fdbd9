// Fundraising as its rules alone make it: one pledge, its payment and their books, without a database, a broker or a clock.
import { messages as contracts, type MessageName, type Payload } from '#contracts';
import { world } from '#lib/world';
import type { Fact } from '#machines/finance/facts';
import { becomes, type AnyDecision, type Rule } from '#mixins/actors/decision';
import type { Transfer } from '#mixins/ledger/transfer';
import * as postings from '../../services/finance/payments/postings.rules.ts';
import type { PaymentState, Report } from '../../services/finance/payments/payment-state.rules.ts';
import * as payments from '../../services/finance/payments/payment.rules.ts';
import * as money from '../../services/fundraising/pledges/pledge-money.rules.ts';
import type { PledgeState } from '../../services/fundraising/pledges/pledge-state.rules.ts';
import * as pledges from '../../services/fundraising/pledges/pledge.rules.ts';
import { at, campaign, campaign_id, donor, nobody, owner, payment_id, pledge_id, wish } from './people.ts';

export const accounts = { payment: `payment:${payment_id}`, campaign: `campaign:${campaign_id}` };

const [made, opened] = begun();

function begun() {
  const { state: pledge } = pledges.create(
    undefined,
    { wish, campaign, guest_id: null, payment_provider: 'sandbox' },
    donor,
  );
  const { state: payment } = payments.open(
    undefined,
    {
      purpose: { kind: 'pledge', id: pledge_id },
      beneficiary: accounts.campaign,
      provider: 'sandbox',
      amount: pledge.amount,
      currency: pledge.currency,
    },
    { ...nobody, key: payment_id },
  );
  return [
    { ...pledge, version: 1 },
    { ...payment, version: 1 },
  ] as const;
}

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
  'pledge.refunded': postings.debitRefund,
  'pledge.refund_reversed': postings.creditBeneficiary('refund_reversed'),
  'pledge.charged_back': postings.debitChargeback,
  'pledge.chargeback_reversed': postings.creditBeneficiary('chargeback_reversed'),
  'pledge.cancelled': payments.giveUp,
  'pledge.expired': payments.giveUp,
  'pledge.refund_requested': (payment, refund: Payload<'pledge.refund_requested'>, context) =>
    payments.wantRefund(payment, { ...refund, of_beneficiary: refund.of_campaign }, context),
};

/** The state of the campaign when late money comes, and the provider's treatment of refunds. */
export interface Setting {
  isOpen?: boolean;
  refunds?: 'succeed' | 'fail' | 'refuse';
  /** Chooses the order in which messages are delivered, and how long they wait. Without it all are delivered at once. */
  seed?: number;
}

/** An event: a fact that the provider reports, or an act of a person or a timer. */
export type Happening =
  Fact | { type: 'cancel' | 'expire' | 'withdraw' } | { type: 'ask_refund' | 'pay_out'; amount?: number };

/** Plays events with all their consequences, as the platform would: messages of one key in their order. */
export function play(
  happenings: readonly Happening[],
  { isOpen = true, refunds = 'succeed', seed }: Setting = {},
) {
  let pledge: PledgeState = made;
  let payment: PaymentState = opened;
  const ledger = books_();
  const total = { captured: 0, refunded: 0, charged_back: 0 };
  let paid_out = 0;
  const waiting = queues(seed);

  for (const happening of happenings) {
    happen(happening);
    waiting.deliverSome();
  }
  waiting.deliverAll();
  return { pledge, payment, total, paid_out, balances: ledger.balances(), reserved: ledger.reserved() };

  function happen(happening: Happening) {
    switch (happening.type) {
      case 'cancel':
        return orRefused(() => decidePledge(pledges.cancel(pledge, { has_link: false }, donor)));
      case 'expire':
        return decidePledge(pledges.expire(pledge, undefined, { now: at }));
      case 'withdraw':
        return decidePledge(pledges.withdraw(pledge, undefined, { now: at }));
      case 'ask_refund':
        return orRefused(() => decidePledge(money.askRefund(pledge, wishFor(happening), owner)));
      case 'pay_out':
        paid_out += ledger.post(payingOut(happening.amount ?? 1)).state;
        return;
      default:
        return report(happening);
    }
  }

  function report(fact: Fact) {
    const { type: _, ...figures } = { amount: 1000, ...fact };
    const name: Report['name'] = names[fact.type];
    const reported = { payment_id, currency: 'EUR', name, ...figures };
    decidePayment(
      payments.receiveReport(payment, { report: reported, reports_settlement: true }, { now: at }),
    );
  }

  function decidePledge(decision: AnyDecision<PledgeState>) {
    pledge = saved(pledge, decision.state);
    for (const { name, payload } of decision.messages) {
      const { figures } = payload as { figures?: typeof pledge & { version: number } };
      if (figures) {
        const { captured_amount, refunded_amount, charged_back_amount } = figures;
        Object.assign(total, {
          captured: captured_amount,
          refunded: refunded_amount,
          charged_back: charged_back_amount,
        });
      }
      const rule = paymentRules[name];
      const deliver = () => decidePayment(rule!(payment, payload as never, { ...nobody, key: payment_id }));
      if (rule) waiting.put(`pledges ${contracts[name].key}`, deliver);
    }
    if (decision.timers.some(({ name, due_at }) => name === 'pledges.late_money' && due_at !== null))
      waiting.put('late_money', () =>
        decidePledge(pledges.settleLate(pledge, { is_open: isOpen }, { now: at })),
      );
  }

  function decidePayment(wanted: AnyDecision<PaymentState>) {
    const decision = ledger.post(wanted);
    payment = saved(payment, decision.state);
    for (const { name, payload } of decision.messages) {
      const rule = pledgeRules[name];
      const deliver = () => decidePledge(rule!(pledge, payload as never, { ...nobody, key: pledge_id }));
      if (rule) waiting.put('payments', deliver);
    }
    for (const { name, key, due_at } of decision.timers) {
      if (due_at === null) continue;
      if (name === 'payments.void') waiting.put(name, () => report({ type: 'void' }));
      if (name === 'payments.refund') waiting.put(`${name} ${key}`, () => refundAtProvider(key));
    }
  }

  function refundAtProvider(refund_id: string) {
    const { amount, status } = payment.refunds.find((refund) => refund.refund_id === refund_id)!;
    if (status !== 'PENDING') return;
    if (refunds === 'refuse') decidePayment(payments.refuse(payment, { refund_id }));
    else if (refunds === 'fail') report({ type: 'fail_refund', refund_id });
    else report({ type: 'refund', refund_id, amount });
  }
}

const saved = <S extends { version: number }>(was: S, state: S): S =>
  state === was ? was : { ...state, version: was.version + 1 };

const wishFor = ({ amount }: { amount?: number }) =>
  amount === undefined ? { campaign } : { campaign, amount };

/** Does nothing where the campaign does not have the amount. */
const payingOut = (amount: number): AnyDecision<number> => {
  const move = { from: accounts.campaign, to: 'bank:EUR', amount, currency: 'EUR' };
  return becomes(amount).transferring({ id: world.newId(), kind: 'post', ...move }, () => becomes(0));
};

/** Messages to be delivered, by key. */
function queues(seed: number | undefined) {
  let drawn = seed ?? 0;
  /** From 0 to n - 1, by a linear congruential generator. */
  const below = (n: number) => {
    if (seed === undefined) return 0;
    drawn = (drawn * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((drawn / 2 ** 32) * n);
  };
  const waiting = new Map<string, (() => void)[]>();
  function deliver(key: string) {
    const [first, ...rest] = waiting.get(key)!;
    if (rest.length > 0) waiting.set(key, rest);
    else waiting.delete(key);
    first!();
  }
  function deliverSome() {
    while (waiting.size > 0) {
      const key = [...waiting.keys()][below(waiting.size + 1)];
      if (key === undefined) return;
      deliver(key);
    }
  }
  function deliverAll() {
    while (waiting.size > 0) deliver([...waiting.keys()][below(waiting.size)]!);
  }
  const put = (key: string, handle: () => void) => waiting.set(key, [...(waiting.get(key) ?? []), handle]);
  return { put, deliverSome, deliverAll };
}

/** A minimal ledger: accounts in a map. A campaign's balance never falls below 0. */
function books_() {
  const balances = new Map<string, number>();
  const holds = new Map<string, Extract<Transfer, { kind: 'pend' }>>();
  const reservedOf = (account: string) =>
    [...holds.values()].filter(({ from }) => from === account).reduce((sum, { amount }) => sum + amount, 0);
  const move = (account: string, amount: number) =>
    balances.set(account, (balances.get(account) ?? 0) + amount);

  function post<S>(decision: AnyDecision<S>): AnyDecision<S> {
    for (const { transfer, ifRefused } of decision.transfers) {
      if (transfer.kind === 'post' || transfer.kind === 'pend') {
        const { id, from, to, amount } = transfer;
        const available = (balances.get(from) ?? 0) - reservedOf(from);
        if (from.startsWith('campaign:') && available < amount)
          return post(ifRefused!({ transfer_id: id, reason: 'below_floor', available }));
        if (transfer.kind === 'pend') holds.set(id, transfer);
        else {
          move(from, -amount);
          move(to, amount);
        }
      } else {
        const { from, to, amount: held } = holds.get(transfer.pending_id)!;
        holds.delete(transfer.pending_id);
        const amount = transfer.kind === 'void_pending' ? 0 : (transfer.amount ?? held);
        move(from, -amount);
        move(to, amount);
      }
    }
    return decision;
  }

  return {
    post,
    balances: () => Object.fromEntries([...balances].filter(([, balance]) => balance !== 0).sort()),
    reserved: () => [...holds.values()].reduce((sum, { amount }) => sum + amount, 0),
  };
}

function orRefused(decide: () => void) {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof Error && 'type' in error)) throw error;
  }
}
