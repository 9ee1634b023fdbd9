// A recurring gift by its rules alone, and its pledges by theirs: each message between them waits until it is delivered, in the
// order of its key; timers fire, reports come and people act whenever the test says so.
import { callerOf } from '#test/callers';
import type { MessageName } from '#contracts';
import { addMs, world } from '#lib/world';
import type { AnyDecision, CommandContext, OutgoingMessage } from '#mixins/actors/decision';
import * as money from '../../services/fundraising/pledges/pledge-money.rules.ts';
import type { PledgeState } from '../../services/fundraising/pledges/pledge-state.rules.ts';
import { expire, settleLate } from '../../services/fundraising/pledges/pledge.rules.ts';
import { abandon, createFor, failsFor } from '../../services/fundraising/pledges/renewal.rules.ts';
import * as renewal from '../../services/fundraising/subscriptions/renewal.rules.ts';
import type { SubscriptionState } from '../../services/fundraising/subscriptions/subscription-state.rules.ts';
import * as rules from '../../services/fundraising/subscriptions/subscription.rules.ts';
import { at, campaign, campaign_id, donor_id } from './people.ts';

export type Act = ReturnType<typeof simulated>['acts'][number];

const key = world.newId();
const wish = { campaign_id, amount: 1000, currency: 'EUR', interval: 'month' } as const;
const link = { has_link: true };

export function simulated() {
  let now = at;
  let is_open = true;
  const pledges = new Map<string, PledgeState>();
  const late = new Set<string>();
  const timers = new Map<string, { due_at: string; payload: never }>();
  const toPledges: OutgoingMessage[] = [];
  const toSubscription = new Map<string, OutgoingMessage[]>();
  const context = (): CommandContext => ({ now, key, caller: undefined });
  const by = () => ({ ...context(), caller: callerOf(donor_id) });

  function take({ state, messages, timers: due }: AnyDecision<SubscriptionState>) {
    if (state !== subscription) subscription = { ...state, version: state.version + 1 };
    toPledges.push(...messages);
    for (const { name, due_at, payload } of due)
      if (due_at === null) timers.delete(name);
      else timers.set(name, { due_at, payload: payload as never });
  }

  function takePledge({ state, messages, timers: due }: AnyDecision<PledgeState>) {
    const known = pledges.get(state.id);
    if (state !== known) pledges.set(state.id, { ...state, version: state.version + 1 });
    if (due.some(({ name }) => name === 'pledges.late_money')) late.add(state.id);
    for (const message of messages) {
      const queue = BY_CAMPAIGN.has(message.name) ? campaign_id : state.id;
      toSubscription.set(queue, [...(toSubscription.get(queue) ?? []), message]);
    }
  }

  let subscription = undefined as unknown as SubscriptionState;
  take(
    rules.create(undefined, { wish, campaign, mandate_id: world.newId(), payment_provider: 'sandbox' }, by()),
  );

  function deliverPledge() {
    const message = toPledges.shift();
    if (!message || !ASKING.has(message.name)) return;
    const wanted = message.payload as never as { pledge_id: string };
    const use = message.name === 'subscription.created' ? 'set_up' : 'charge';
    const asked = { wanted: wanted as never, donor_id, use } as const;
    const its = { key: wanted.pledge_id, now };
    takePledge(createFor(pledges.get(wanted.pledge_id), asked, its));
    if (message.name === 'subscription.renewal_abandoned' || !is_open)
      takePledge(abandon(pledges.get(wanted.pledge_id)!, {}, its));
  }

  function deliverSubscription(pick: number) {
    const queues = [...toSubscription].filter(([, queue]) => queue.length > 0);
    const message = queues[pick % queues.length]?.[1].shift();
    const rule = message && HEARD.get(message.name);
    if (rule) take(rule(subscription, message.payload as never, context()));
  }

  /** Time goes on to when it is due, if that is not past. */
  function fire(pick: number) {
    const [name, timer] = [...timers][pick % timers.size] ?? [];
    if (!name || !timer) return;
    now = timer.due_at > now ? timer.due_at : now;
    timers.delete(name);
    const rule = name === 'subscriptions.renewal' ? renewal.renew : renewal.retry;
    take(rule(subscription, timer.payload, context()));
  }

  const ofPledge = (pick: number, decide: (pledge: PledgeState) => AnyDecision<PledgeState>) => {
    const pledge = [...pledges.values()][pick % pledges.size];
    if (pledge) takePledge(decide(pledge));
  };
  const report = (id: string) =>
    ({ payment_id: id, purpose: { kind: 'pledge', id }, amount: 1000, currency: 'EUR' }) as const;
  const allowed = (decide: () => AnyDecision<SubscriptionState>) => {
    try {
      take(decide());
    } catch {
      // Refused: nothing changes.
    }
  };

  const acts = {
    deliverPledge,
    deliverSubscription,
    fire,
    wait: (pick: number) => void (now = addMs(now, (pick % 40) * 24 * 3600_000)),
    capture: (pick: number) =>
      ofPledge(pick, (pledge) => money.capture(pledge, report(pledge.id), context())),
    fail: (pick: number) =>
      ofPledge(pick, (pledge) => failsFor(pledge, { ...report(pledge.id), reason: 'no' }, context())),
    expire: (pick: number) => ofPledge(pick, (pledge) => expire(pledge, {}, context())),
    settleLate: (pick: number) => {
      const id = [...late][pick % late.size];
      if (id !== undefined && late.delete(id))
        takePledge(settleLate(pledges.get(id)!, { is_open }, context()));
    },
    pause: () => allowed(() => rules.pause(subscription, link, context())),
    resume: () => allowed(() => rules.resume(subscription, link, context())),
    cancel: () => allowed(() => rules.cancel(subscription, link, context())),
    card: () => take(renewal.cardReplaced(subscription, {}, context())),
    dispute: () => take(renewal.disputed(subscription)),
    close: () => {
      is_open = false;
      take(rules.endWithCampaign(subscription));
    },
  };

  return {
    acts: Object.entries(acts).map(([name, act]) => ({ name, act })),
    do: (name: string, pick: number) => acts[name as keyof typeof acts](pick),
    /** Delivers whatever waits. */
    settle() {
      while (
        toPledges.length > 0 ||
        late.size > 0 ||
        [...toSubscription.values()].some(({ length }) => length > 0)
      ) {
        deliverPledge();
        acts.settleLate(0);
        deliverSubscription(0);
      }
    },
    /** How many pledges count for each period. */
    paid: () => {
      const paying = [...pledges.values()].filter(
        ({ captured_amount, status }) =>
          captured_amount > 0 && status !== 'CANCELLED' && status !== 'EXPIRED',
      );
      return Map.groupBy(paying, ({ period }) => period);
    },
    get subscription() {
      return subscription;
    },
    timers: () => [...timers.keys()].sort(),
  };
}

const ASKING = new Set<MessageName>([
  'subscription.created',
  'subscription.renewal_requested',
  'subscription.renewal_abandoned',
]);

const BY_CAMPAIGN = new Set<MessageName>(['pledge.captured', 'pledge.refund_requested']);

type Heard = (
  subscription: SubscriptionState,
  payload: never,
  context: CommandContext,
) => AnyDecision<SubscriptionState>;

const HEARD = new Map<MessageName, Heard>([
  ['pledge.captured', renewal.paid],
  ['pledge.failed', renewal.failed],
  ['pledge.expired', renewal.expired],
  ['pledge.cancelled', renewal.givenUp],
]);
