// An all-or-nothing campaign with all its pledges, as their rules alone make it.
import type { Campaign, Payload } from '#contracts';
import { addMs, uuidv5 } from '#lib/world';
import type { AnyDecision } from '#mixins/actors/decision';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../services/fundraising/campaigns/all-or-nothing.rules.ts';
import { viewOf } from '../../services/fundraising/campaigns/campaign-state.rules.ts';
import * as campaigns from '../../services/fundraising/campaigns/campaign.rules.ts';
import * as money from '../../services/fundraising/pledges/pledge-money.rules.ts';
import { countedOf, type PledgeState } from '../../services/fundraising/pledges/pledge-state.rules.ts';
import * as pledges from '../../services/fundraising/pledges/pledge.rules.ts';
import { release } from '../../services/fundraising/pledges/release.rules.ts';
import { at, campaign as view, donor, owner, wish } from './people.ts';

const PLEDGES = 4;
const GOAL = 2500;
const key = view.campaign_id;
const ends_at = addMs(at, 1000);

const draft = campaigns.create(
  undefined,
  {
    title: 'A well',
    description: '',
    goal_amount: GOAL,
    currency: 'EUR',
    funding: 'all_or_nothing',
    ends_at,
  },
  { ...owner, key },
).state;

const acts = [
  'authorize',
  'capture',
  'settle',
  'fail',
  'refund',
  'ask_refund',
  'dispute',
  'win',
  'expire',
] as const;
const reports = ['authorize', 'capture', 'settle', 'fail', 'dispute', 'win'] as const;
type Act = (typeof acts)[number];
/** What happens to a pledge, or to the campaign. */
type Happening = { act: Act; of: number } | { act: 'close' | 'decide' | 'wait_no_more' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom(...acts), of: fc.nat(PLEDGES - 1) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('close', 'decide', 'wait_no_more') }) },
);

function play(happenings: readonly Happening[]) {
  let campaign: Campaign = campaigns.publish(draft, {}, { ...owner, key }).state;
  const all = Array.from({ length: PLEDGES }, (_, i) => {
    const made = { ...donor, key: uuidv5(`pledge ${i}`) };
    return pledges.create(
      undefined,
      { wish, campaign: viewOf(campaign), guest_id: null, payment_provider: 'sandbox' },
      made,
    ).state;
  });
  const until = addMs(at, 5000);
  let released = 0;
  let keptAtDecision: number | null = null;

  for (const each of happenings) happen(each);
  // All that is due comes: the end, the expiry of what was not paid, and the decision, however late.
  happen({ act: 'close' });
  for (const of of all.keys()) happen({ act: 'expire', of });
  happen({ act: 'wait_no_more' });
  return { campaign, all, released, keptAtDecision };

  function happen(it: Happening) {
    if (it.act === 'close') campaign = campaigns.end(campaign, { ends_at }, { now: at }).state;
    else if (it.act === 'decide') decideAt(at);
    else if (it.act === 'wait_no_more') decideAt(until);
    else if ('of' in it) change(it.of, it.act);
  }

  function decideAt(now: string) {
    const kept_amount = keptBy(all);
    const awaited_amount = awaitedFrom(all);
    const decision = decide(campaign, { kept_amount, awaited_amount, until }, { now });
    if (decision.state.decided_at !== campaign.decided_at) keptAtDecision = kept_amount;
    campaign = decision.state;
    if (decision.messages.some(({ name }) => name === 'campaign.cancelled'))
      for (const i of all.keys()) {
        const one = release(all[i]!, { because: 'goal_missed' }, { now });
        if (one.messages.some(({ name }) => name === 'pledge.released')) released++;
        take(i, one);
      }
  }

  function change(of: number, act: Act) {
    const pledge = all[of]!;
    if (act === 'expire') take(of, pledges.expire(pledge, {}, { now: at }));
    else if (act === 'ask_refund') {
      if (pledge.captured_amount > 0 && refundable(pledge) > 0)
        take(of, money.askRefund(pledge, { campaign: viewOf(campaign) }, owner));
    } else if (act === 'refund') {
      const [pending] = pledge.refunds.filter(({ status }) => status === 'PENDING');
      if (pending) take(of, money.refund(pledge, { ...reported(pledge), ...pending }, donor));
    } else if (reports.includes(act)) take(of, rules[act](pledge, reported(pledge), donor));
  }

  function take(of: number, { state, timers }: AnyDecision<PledgeState>) {
    const was = all[of]!;
    all[of] = state === was ? was : { ...state, version: was.version + 1 };
    if (timers.some(({ name, due_at }) => name === 'pledges.late_money' && due_at !== null))
      take(of, pledges.settleLate(all[of], { is_open: viewOf(campaign).payouts === 'held' }, { now: at }));
  }
}

const rules = {
  authorize: money.authorize,
  capture: money.capture,
  settle: money.settle,
  fail: money.fails,
  dispute: money.dispute,
  win: money.win,
} as const;

const reported = ({ id, amount, currency }: PledgeState): Payload<'payment.disputed'> => ({
  payment_id: id,
  purpose: { kind: 'pledge', id },
  amount,
  currency,
  dispute_id: 'd',
});

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
const returning = ({ refunds }: PledgeState) =>
  sum(refunds.filter(({ status }) => status === 'PENDING').map(({ amount }) => amount));
const refundable = (pledge: PledgeState) =>
  pledge.captured_amount - pledge.refunded_amount - pledge.charged_back_amount - returning(pledge);

/** As pledges.read_prospect has it, in the words of the rules. */
const keptBy = (all: PledgeState[]) =>
  sum(all.map((it) => (countedOf(it).captured_amount > 0 ? refundable(it) : 0)));
const awaitedFrom = (all: PledgeState[]) =>
  sum(
    all.filter(({ status }) => status === 'PENDING' || status === 'AUTHORIZED').map(({ amount }) => amount),
  );

const anyStory = fc.array(happening, { maxLength: 60 });

test('an all-or-nothing campaign is decided in the end, and keeps its money only with its goal', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const { campaign, keptAtDecision } = play(story);
      expect(campaign.decided_at).not.toBeNull();
      expect(campaign.status).toBe(keptAtDecision! >= GOAL ? 'CLOSED' : 'CANCELLED');
      expect(viewOf(campaign).payouts).toBe(campaign.status === 'CLOSED' ? 'open' : 'barred');
    }),
    { numRuns: 500 },
  );
});

test('one that missed its goal keeps nothing, whatever is reported when', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const { campaign, all } = play(story);
      if (campaign.status !== 'CANCELLED') return;
      // All of what was captured was refunded, is disputed or is on its way back; no pledge is open.
      for (const pledge of all) {
        expect(refundable(pledge)).toBeLessThanOrEqual(0);
        expect(pledge.status).not.toMatch(/PENDING|AUTHORIZED/);
      }
    }),
    { numRuns: 500 },
  );
});

test('one that reached its goal releases nobody', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const { campaign, released } = play(story);
      if (campaign.status === 'CLOSED') expect(released).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test('both ends come about, so that the promises above are about something', () => {
  const captured = (n: number): Happening[] => Array.from({ length: n }, (_, of) => ({ act: 'capture', of }));
  expect(play(captured(3)).campaign.status).toBe('CLOSED');
  expect(play(captured(2)).campaign.status).toBe('CANCELLED');
  // Held at its end, and captured after the first look.
  const late: Happening[] = [
    ...captured(2),
    { act: 'authorize', of: 2 },
    { act: 'close' },
    { act: 'decide' },
    { act: 'capture', of: 2 },
  ];
  expect(play(late).campaign.status).toBe('CLOSED');
  expect(play(late.slice(0, -1)).campaign.status).toBe('CANCELLED');
});
