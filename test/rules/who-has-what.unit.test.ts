// The rules of pledges, payments and payouts, held to the naive model of who has what.
import { isWhole } from '#test/whole';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accounts, begin, PLEDGES, type Happening, type Setting } from './fundraising.ts';
import { model } from './model.ts';

const numRuns = isWhole ? 100_000 : 3000;

const amount = fc.constantFrom(300, 900, 1000);
const refund_id = fc.constantFrom('r1', 'r2');
const dispute_id = fc.constantFrom('d1', 'd2');
const constant = <const T extends string>(type: T) => fc.constant(type);

const fact = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: constant('capture'), amount: fc.constantFrom(1000, 1000, 1000, 900) }),
  },
  { weight: 2, arbitrary: fc.record({ type: constant('settle'), amount: fc.constantFrom(1000, 970, 960) }) },
  { weight: 2, arbitrary: fc.record({ type: constant('refund'), refund_id, amount }) },
  { weight: 1, arbitrary: fc.record({ type: constant('fail_refund'), refund_id }) },
  { weight: 2, arbitrary: fc.record({ type: constant('dispute'), dispute_id, amount }) },
  { weight: 2, arbitrary: fc.record({ type: constant('win'), dispute_id, amount }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'authorize' }, { type: 'fail' }, { type: 'void' }) },
);
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: constant('ask_refund'), amount }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'cancel' }, { type: 'expire' }) },
  { weight: 2, arbitrary: fc.record({ type: constant('resolve'), accept: fc.boolean() }) },
);
const ofTheCampaign = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: constant('pay_out'), amount }) },
  { weight: 1, arbitrary: fc.record({ type: constant('write_off'), amount }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ type: 'fail_payout' }, { type: 'reverse_payout' }, { type: 'close' }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'withdraw' }) },
);
const some = fc.oneof(
  fc.record({ of: fc.nat(PLEDGES - 1), happening: fc.oneof({ weight: 3, arbitrary: fact }, act) }),
  fc.record({ of: fc.constant(0), happening: ofTheCampaign }),
);
const stories = fc.array(
  some.map(({ of, happening }) => ({ ...happening, of })),
  { maxLength: 16 },
);
const settings: fc.Arbitrary<Setting> = fc.record({
  isOpen: fc.boolean(),
  refunds: fc.constantFrom('succeed', 'fail', 'refuse', 'wait'),
});

type Story = ReturnType<typeof begin>;
type Model = ReturnType<typeof model>;

/** What the campaign should have, by the model: what counts of each pledge, less fees and what was paid out. */
function shouldHave(story: Story, naive: Model): number {
  const { all, paid_out, written_off } = story.now();
  let has = written_off - paid_out;
  for (const [of, { pledge }] of all.entries()) {
    const { taken, given, fee } = naive.givenBy(of);
    const isGivenUp = pledge.status === 'CANCELLED' || pledge.status === 'EXPIRED';
    const isRight = taken === pledge.amount || pledge.resolution === 'accepted';
    if (!isGivenUp && isRight && pledge.resolution !== 'refused') has += given - fee;
  }
  return has;
}

/** A refund that the platform asked its provider for is told by that as well: a fact of the story's own making. */
function noteAsked(story: Story, naive: Model) {
  for (const [of, { payment }] of story.now().all.entries()) {
    for (const [refund_id, refunded] of Object.entries(payment.facts.refunds ?? {}))
      naive.note({ type: 'refund', refund_id, amount: refunded, of });
    for (const failed of Object.keys(payment.facts.failed_refunds ?? {}))
      naive.note({ type: 'fail_refund', refund_id: failed, of });
  }
}

/** What is wrong with a story, step by step. */
function wrongIn(happenings: readonly Happening[], setting: Setting): string[] {
  const naive = model();
  const story = begin(setting);
  const wrong: string[] = [];
  let has = 0;
  for (const happening of happenings) {
    const { reserved, is_called_off } = story.now();
    const outcome = story.happen(happening);
    const free = has - reserved;
    if (happening.type === 'pay_out' && (outcome === 'done') !== (free >= happening.amount && !is_called_off))
      wrong.push(`a payout of ${happening.amount} is ${outcome}: ${has}, ${reserved} reserved`);
    if (happening.type === 'write_off' && (outcome === 'done') !== happening.amount <= -free)
      wrong.push(`${happening.amount} written off is ${outcome}: ${has}, ${reserved} reserved`);
    naive.note(happening);
    noteAsked(story, naive);
    has = shouldHave(story, naive);
    const is = story.now().balances[accounts.campaign] ?? 0;
    if (is !== has) wrong.push(`after ${happening.type} it has ${is}, and should have ${has}`);
  }
  return wrong;
}

describe('whatever is reported, asked for and decided, in whatever order, and paid out in between', () => {
  test('a campaign has at each step what it was given for good, and is paid out or forgiven no more than that', () => {
    fc.assert(
      fc.property(stories, settings, (story, setting) => {
        const wrong = wrongIn(story, setting);
        if (wrong.length > 0) expect(wrong).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('messages that wait and overtake each other end in the same money', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (happenings, seed) => {
        const naive = model();
        const story = begin({ seed, refunds: 'wait' });
        for (const happening of happenings) {
          story.happen(happening);
          naive.note(happening);
        }
        const { balances } = story.end();
        const [is, has] = [balances[accounts.campaign] ?? 0, shouldHave(story, naive)];
        if (is !== has) expect(is).toBe(has);
      }),
      { numRuns },
    );
  });
});
