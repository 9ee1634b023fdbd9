// Compiled, never run: each line under a @ts-expect-error is an error that the compiler must catch.
/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call -- what the compiler has refused has no type */
import type { ErrorCode, Params, Pledge } from '#contracts';
import { defineAction, exactly } from '#contracts/define';
import { fail } from '#lib/errors';
import type { Caller } from '#lib/caller';
import { action, type Ctx, type Service } from '#lib/service';
import {
  actor,
  command,
  createCommand,
  subscribe,
  subscribeCreating,
  table,
  type State,
} from '#mixins/actors';
import { becomes, type Decision, type Rule } from '#mixins/actors/decision';
import { subscribeExternal } from '#mixins/inbox';
import type { PublishingTransaction } from '#mixins/outbox';
import { projection } from '#mixins/projection';
import { defineService } from '#mixins/service';
import { job, schedule, timer } from '#mixins/timers';
import get from '../services/fundraising/pledges/actions/get.ts';

interface Lamp extends State {
  watts: number;
}

declare const ctx: Ctx<unknown>;
declare const tx: PublishingTransaction;
declare const id: string;
const said = { summary: 'Does something.', params: exactly({}), result: exactly({}) };
declare const service: Service;
declare const lampActor: ReturnType<typeof actor<Lamp>>;
declare const pledgeActor: ReturnType<typeof actor<Pledge>>;
declare const resolve: Rule<Pledge, Params<'pledges.resolve'>, never>;
declare const shown: (pledge: Pledge) => Pledge;
declare const found: (
  state: Pledge | undefined,
  input: Params<'pledges.create'>,
) => Decision<Pledge, 'pledge.created'>;

export const wish: Params<'pledges.create'> = { campaign_id: id, amount: 1, currency: 'EUR' };
export const fact = {
  payment_id: id,
  purpose: { kind: 'pledge', id } as const,
  amount: 1,
  currency: 'EUR',
};

// Calls
export const made = await ctx.call('pledges.create', wish);
export const status: Pledge['status'] = made.status;
// @ts-expect-error: no such action
await ctx.call('pledges.creat', wish);
// @ts-expect-error: the currency is missing
await ctx.call('pledges.create', { campaign_id: id, amount: 1 });
// @ts-expect-error: an amount is a number
await ctx.call('pledges.create', { ...wish, amount: '1' });
// @ts-expect-error: a pledge takes no donor_id: it is the caller's
await ctx.call('pledges.create', { campaign_id: id, amount: 1, currency: 'EUR', donor_id: id });
// @ts-expect-error: the result has no `state`
export const state: unknown = made.state;
// @ts-expect-error: no such status
export const isPaid: boolean = made.status === 'PAID';
// @ts-expect-error: messages can be published in a transaction only
ctx.emit('pledge.created', wish);

// Actions
// @ts-expect-error: no such action
action('pledges.gett', async () => made);
// @ts-expect-error: the handler does not return the contract's result
action('pledges.cancel', async () => 'done');
// @ts-expect-error: a result may be null only where the contract says so
action('payments.list', async () => ({ data: null, next_cursor: null }));
// @ts-expect-error: the parameters have no such field
action('pledges.list', async ({ params }) => ({ data: [], next_cursor: params.cursors }));
// @ts-expect-error: a service implements only its own actions
defineService({ name: 'payments', actions: [get] });
defineService({ name: 'pledges', actions: [get] });

// Messages
await tx.publish('payment.captured', fact);
// @ts-expect-error: no such message
await tx.publish('payment.capturd', fact);
// @ts-expect-error: a message is published with its own payload
await tx.publish('pledge.created', fact);
// @ts-expect-error: its key is missing
await tx.publish('payment.captured', { payment_id: id, amount: 1, currency: 'EUR' });
becomes(status).publishing('payment.captured', fact);
// @ts-expect-error: no such message
becomes(status).publishing('payment.capture', fact);
// @ts-expect-error: a decision publishes a message with its own payload
becomes(status).publishing('pledge.created', fact);

// Subscriptions
const pledge = { actor: pledgeActor, key: 'payment_id' } as const;
const asIs = (pledge: Pledge) => becomes(pledge);
// @ts-expect-error: no such message
projection({ messages: ['pledge.paid'], apply: '' });
projection({
  messages: ['pledge.created'],
  apply: '',
  // @ts-expect-error: the payload has no such field
  after: (_service, { payload: { payment_id } }) => void payment_id,
});
// @ts-expect-error: no such message
subscribeExternal('payment.authorised', async () => {});
// @ts-expect-error: the effect must be awaited
subscribeExternal('payment.authorized', () => {});
// @ts-expect-error: the key is a field of the message
subscribe('payment.captured', { actor: pledgeActor, key: 'campaign_id', rule: asIs });
// @ts-expect-error: no such message
subscribe('payment.capturd', { ...pledge, rule: asIs });
// @ts-expect-error: no such option
subscribe('payment.captured', { actor: pledgeActor, key: 'payment_id', rule: asIs, rules: [asIs] });
subscribe('payment.captured', {
  ...pledge,
  rule: (pledge: Pledge, { payment_id }) => becomes({ ...pledge, id: payment_id }),
});
subscribe('payment.captured', {
  ...pledge,
  // @ts-expect-error: the rule reads a field that the message does not have
  rule: (pledge: Pledge, { refund_id }) => becomes({ ...pledge, id: refund_id as string }),
});
subscribe('payment.captured', { ...pledge, rule: asIs, when: ({ amount }) => amount > 1 });
// @ts-expect-error: whether it concerns the service is read from what the message does not say
subscribe('payment.captured', { ...pledge, rule: asIs, when: ({ refund_id }) => refund_id === id });
// @ts-expect-error: a rule that decides over pledges is not for lamps
subscribe('payment.captured', { actor: lampActor, key: 'payment_id', rule: asIs });
subscribeCreating('payment.captured', {
  actor: pledgeActor,
  // @ts-expect-error: the payload has no such field to find the actor by
  key: ({ refund_id }) => refund_id as string,
  rule: (pledge) => becomes(pledge!),
});
subscribeCreating('payment.captured', {
  actor: pledgeActor,
  key: ({ payment_id }) => payment_id,
  // @ts-expect-error: a rule that creates must reckon with there being no actor yet
  rule: (pledge) => becomes({ ...pledge, id: pledge.id }),
});
// A rule publishes messages of its own service only
const publishes = (pledge: Pledge) => becomes(pledge).publishing('payment.captured', fact);
const publishing = subscribe('payment.captured', { ...pledge, rule: publishes });
defineService({ name: 'payments', actions: [], subscriptions: [publishing] });
// @ts-expect-error: pledges publishes no messages of payments
defineService({ name: 'pledges', actions: [], subscriptions: [publishing] });
// @ts-expect-error: nor does one of its commands
command('pledges.cancel', { actor: pledgeActor, rule: publishes, load: () => ({}), reply: shown });
// @ts-expect-error: the signature says that it publishes something else
export const silent = (pledge: Pledge): Decision<Pledge, 'pledge.failed'> => publishes(pledge);

// Timers
// @ts-expect-error: no such timer
timer('pledges.expire', { actor: pledgeActor, rule: asIs });
// @ts-expect-error: the rule reads a field that the timer does not have
timer('pledges.expiry', { actor: pledgeActor, rule: (pledge: Pledge, { at }) => becomes({ ...pledge, at }) });
// @ts-expect-error: the payload has no such field
job('payments.refund', async (_service, { payload: { pledge_id } }) => void pledge_id);
becomes(status).scheduling('pledges.expiry', id, id);
// @ts-expect-error: no such timer
becomes(status).scheduling('pledges.expire', id, id);
// @ts-expect-error: its payload is missing
becomes(status).scheduling('campaigns.end', id, id);
// @ts-expect-error: the payload is another's
await schedule(tx, { name: 'campaigns.end', key: id, due_at: id, payload: { payment_id: id } });

// Rules and actors
const reply = { actor: pledgeActor, reply: shown };
command('pledges.resolve', { ...reply, rule: resolve });
// @ts-expect-error: a rule for pledges is not for lamps
command('pledges.resolve', { actor: lampActor, rule: resolve, reply: shown });
// @ts-expect-error: the rule must take what the action takes
command('pledges.resolve', { ...reply, rule: (it: Pledge, _input: { amount: number }) => becomes(it) });
// @ts-expect-error: the reply is not the contract's result
command('pledges.resolve', { actor: pledgeActor, rule: resolve, reply: ({ id }: Pledge) => id });
createCommand('pledges.create', { actor: pledgeActor, rule: found, reply: () => made });
const less = () => ({ amount: 1 });
// @ts-expect-error: `load` does not return what the rule takes
createCommand('pledges.create', { actor: pledgeActor, rule: found, load: less, reply: () => made });
// @ts-expect-error: a decision must return the actor's whole state
export const dim: Rule<Lamp, unknown> = () => becomes({ id, status: 'OFF', version: 1 });
// @ts-expect-error: only fields of the state are columns of its table
table<Lamp>({ name: 'lamps', changing: ['watt'] });
// @ts-expect-error: `missing` must be an error code
actor<Lamp>({ name: 'lamp', store: table<Lamp>({ name: 'lamps', changing: [] }), missing: 'LAMP_GONE' });

// Errors and permissions
fail('PLEDGE_NOT_FOUND', { pledge_id: id });
// @ts-expect-error: no such error code
fail('PLEDGE_GONE');
// @ts-expect-error: wrong fields are reported by pointer and message
fail('VALIDATION_FAILED', { errors: [{ field: 'amount' }] });
// @ts-expect-error: no such error code to compare with
export const isGone = (code: ErrorCode) => code === 'PLEDGE_GONE';
// @ts-expect-error: no such permission
export const root: Caller = { user_id: id, permissions: new Set(['root']), scoped: new Map() };
export const one = defineAction({ ...said, permission: 'account:read' });
// @ts-expect-error: an action says who may call it
export const nobodys = defineAction(said);
// @ts-expect-error: no such permission
export const roots = defineAction({ ...said, permission: 'root:do' });
// @ts-expect-error: a service has its own database only
export const theirs: unknown = service.pledges;
