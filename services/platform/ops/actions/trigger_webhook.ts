import type { ActionName, Params } from '#contracts';
import { settingsOf } from '#lib/broker';
import { codeOf, fail } from '#lib/errors';
import { action, type Calls } from '#lib/service';

type Type = Params<'ops.trigger_webhook'>['type'];

const scriptOf = {
  'payment.authorized': 'sandbox.authorize',
  'payment.captured': 'sandbox.capture',
  'settlement.confirmed': 'sandbox.settle',
  'payment.failed': 'sandbox.fail',
  'payment.refunded': 'sandbox.refund',
  'payment.refund_failed': 'sandbox.fail_refund',
  'payment.disputed': 'sandbox.dispute',
  'payment.dispute_won': 'sandbox.win',
} as const satisfies Record<Type, ActionName>;

// Their webhooks are always about the whole amount.
const WITHOUT_AMOUNT: Type[] = ['payment.authorized', 'payment.failed'];

export default action('ops.trigger_webhook', async function (ctx) {
  const { payment_id, type, amount } = ctx.params;
  if (!settingsOf(this.broker).sandbox) throw fail('PROVIDER_UNKNOWN', { provider: 'sandbox' });
  if (amount !== undefined && WITHOUT_AMOUNT.includes(type))
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/amount', message: `must be omitted for ${type}` }],
    });
  await open(ctx, payment_id);
  const script = { id: payment_id, ...(amount === undefined ? {} : { amount }) };
  const { webhook_id } = await ctx.call(scriptOf[type], script);
  return { webhook_id };
});

/** The sandbox knows of a payment once its checkout was opened: by the donor, or else now. */
async function open(ctx: Calls, payment_id: string): Promise<void> {
  try {
    await ctx.call('sandbox.get', { id: payment_id });
  } catch (error) {
    if (codeOf(error) !== 'PAYMENT_NOT_FOUND') throw error;
    const { data } = await ctx.call('payments.read_facts', { ids: [payment_id], limit: 1 });
    if (data[0]?.provider !== 'sandbox') throw error;
    await ctx.call('payments.checkout', { purpose_id: data[0].purpose.id });
  }
}
