// Compiled, never run: each line under a @ts-expect-error is a mistake that the compiler must catch.
/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-return -- what the compiler has refused has no type */
import type { ErrorCode, Params, Pledge } from '#contracts';
import { fail } from '#lib/errors';
import { action, defineService, type Caller, type Ctx, type Service } from '#lib/service';
import { actor, command, founding, hears, hearsFounding, table, type State } from '#mixins/actors';
import { becomes, type Decision, type Rule } from '#mixins/actors/decision';
import { hearsOutside } from '#mixins/inbox';
import type { Telling } from '#mixins/outbox';
import { projects } from '#mixins/projection.mixin';
import get from '../services/fundraising/pledges/actions/get.ts';

interface Lamp extends State {
  watts: number;
}

declare const ctx: Ctx<unknown>;
declare const tx: Telling;
declare const id: string;
declare const service: Service;
declare const lampActor: ReturnType<typeof actor<Lamp>>;
declare const pledgeActor: ReturnType<typeof actor<Pledge>>;
declare const resolve: Rule<Pledge, Params<'pledges.resolve'>>;
declare const found: (state: Pledge | undefined, input: Params<'pledges.create'>) => Decision<Pledge>;

export const wish: Params<'pledges.create'> = { campaign_id: id, amount: 1, currency: 'EUR' };
export const fact = { payment_id: id, pledge_id: id, amount: 1, currency: 'EUR' };

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
// @ts-expect-error: what was made has no `state`
export const state: unknown = made.state;
// @ts-expect-error: no such status
export const isPaid: boolean = made.status === 'PAID';
// @ts-expect-error: there is no way to tell anything but in a transaction
ctx.emit('pledge.created', wish);

// Actions
// @ts-expect-error: no such action
action('pledges.gett', async () => made);
// @ts-expect-error: the handler does not give what the contract says
action('pledges.cancel', async () => 'done');
// @ts-expect-error: a result may be null only where the contract says so
action('payments.list', async () => ({ data: null, next_cursor: null }));
// @ts-expect-error: the parameters have no such field
action('pledges.list', async ({ params }) => ({ data: [], next_cursor: params.cursors }));
// @ts-expect-error: a service implements only its own actions
defineService({ name: 'payments', mixins: [], actions: [get] });
defineService({ name: 'pledges', mixins: [], actions: [get] });

// Messages
await tx.tell('payment.captured', fact);
// @ts-expect-error: no such message
await tx.tell('payment.capturd', fact);
// @ts-expect-error: a message is told with its own payload
await tx.tell('pledge.created', fact);
// @ts-expect-error: its key is missing
await tx.tell('payment.captured', { payment_id: id, amount: 1, currency: 'EUR' });
becomes(status).publishing('payment.captured', fact);
// @ts-expect-error: no such message
becomes(status).publishing('payment.capture', fact);
// @ts-expect-error: a decision tells a message with its own payload
becomes(status).publishing('pledge.created', fact);

// Subscription
// @ts-expect-error: no such message
projects('pledge.paid');
// @ts-expect-error: the payload has no such field
projects('pledge.created', (_service, { payment_id }) => payment_id);
// @ts-expect-error: no such message
hearsOutside('payment.authorised', async () => {});
// @ts-expect-error: the effect must be waited for
hearsOutside('payment.authorized', () => {});
// @ts-expect-error: a message is heard by the actor whose key it has
hears('payment.captured', pledgeActor, 'campaign_id', (pledge) => becomes(pledge));
// @ts-expect-error: no such message
hears('payment.capturd', pledgeActor, 'pledge_id', (pledge: Pledge) => becomes(pledge));
hears('payment.captured', pledgeActor, 'pledge_id', (pledge, { payment_id }) =>
  becomes({ ...pledge, id: payment_id }),
);
// @ts-expect-error: the rule reads what the message does not say
hears('payment.captured', pledgeActor, 'pledge_id', (pledge, { refund_id }) =>
  becomes({ ...pledge, id: refund_id }),
);
// @ts-expect-error: a rule that decides over pledges is not for lamps
hears('payment.captured', lampActor, 'pledge_id', (pledge: Pledge) => becomes(pledge));
hearsFounding(
  'payment.captured',
  pledgeActor,
  // @ts-expect-error: the payload has no such field to find the actor by
  ({ refund_id }) => refund_id,
  (pledge) => becomes(pledge!),
);
hearsFounding(
  'payment.captured',
  pledgeActor,
  ({ pledge_id }) => pledge_id,
  // @ts-expect-error: one that founds must reckon with there being no actor yet
  (pledge) => becomes({ ...pledge, id: pledge.id }),
);

// Rules and actors
const shown = (pledge: Pledge) => pledge;
command('pledges.resolve', pledgeActor, resolve, shown);
// @ts-expect-error: a rule for pledges is not for lamps
command('pledges.resolve', lampActor, resolve, shown);
command(
  'pledges.resolve',
  pledgeActor,
  // @ts-expect-error: the rule must take what the action takes
  (pledge: Pledge, _input: { amount: number }) => becomes(pledge),
  shown,
);
// @ts-expect-error: the answer is not what the contract says
command('pledges.resolve', pledgeActor, resolve, ({ id }) => id);
founding(
  'pledges.create',
  pledgeActor,
  found,
  (_service, { params }) => params,
  () => made,
);
founding(
  'pledges.create',
  pledgeActor,
  found,
  // @ts-expect-error: what is looked up is not what the rule takes
  () => ({ amount: 1 }),
  () => made,
);
// @ts-expect-error: a decision must return the actor's whole state
export const dim: Rule<Lamp, unknown> = () => becomes({ id, status: 'OFF', version: 1 });
// @ts-expect-error: only fields of the state are columns of its table
table<Lamp>({ name: 'lamps', changing: ['watt'] });
// @ts-expect-error: what is said of a missing actor is an error code
actor<Lamp>({ name: 'lamp', store: table<Lamp>({ name: 'lamps', changing: [] }), missing: 'LAMP_GONE' });

// Errors and permissions
fail('PLEDGE_NOT_FOUND', { pledge_id: id });
// @ts-expect-error: no such error code
fail('PLEDGE_GONE');
// @ts-expect-error: wrong fields are told by pointer and message
fail('VALIDATION_FAILED', { errors: [{ field: 'amount' }] });
// @ts-expect-error: nor is it one to compare with
export const isGone = (code: ErrorCode) => code === 'PLEDGE_GONE';
// @ts-expect-error: no such permission
export const root: Caller = { user_id: id, permissions: ['root'] };
// @ts-expect-error: a service has a database, and no other's
export const theirs: unknown = service.pledges;
