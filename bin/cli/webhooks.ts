import type { Params, Webhook } from '#contracts';
import { world } from '#lib/world';
import type { Command } from './command.ts';
import { ago, table } from './table.ts';

export const listWebhooks: Command = async (api, { payment, outcome, limit }) => {
  const answer = await api.call('payments.list_webhooks', {
    ...(payment === undefined ? {} : { payment_id: payment }),
    ...(outcome === undefined ? {} : { outcome: outcome as Webhook['outcome'] }),
    limit: limit === undefined ? 20 : wholeIn('limit', limit),
  });
  const more =
    answer.next_cursor === null ? [] : ['', 'There are more: use --limit 100, or the API with a cursor.'];
  const text = answer.data.length > 0 ? list(answer.data) : 'There are no such webhooks.';
  return { json: answer, text: [text, ...more].join('\n') };
};

export const resendWebhook =
  (id: string): Command =>
  async (api) => {
    const webhook = await api.call('payments.resend_webhook', { id });
    return { json: webhook, text: `${webhook.type} was resent: ${webhook.outcome}.` };
  };

export const triggerWebhook =
  (payment_id: string, type: string): Command =>
  async (api, { amount }) => {
    const answer = await api.call('ops.trigger_webhook', {
      payment_id,
      type: type as Params<'ops.trigger_webhook'>['type'],
      ...(amount === undefined ? {} : { amount: wholeIn('amount', amount) }),
    });
    return { json: answer, text: `The sandbox sends ${type} as webhook ${answer.webhook_id}.` };
  };

function wholeIn(option: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new Error(`--${option} is '${text}': it must be a whole number.`);
  return Number(text);
}

const COLUMNS = ['id', 'received', 'type', 'outcome', 'payment'] as const;

const list = (webhooks: Webhook[]): string =>
  table(
    COLUMNS,
    webhooks.map(({ id, received_at, type, outcome, payment_id }) => ({
      id,
      received: ago(received_at, world.nowMs()),
      type,
      outcome,
      payment: payment_id ?? '-',
    })),
  );
