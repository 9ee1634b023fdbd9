// The buttons of the checkout page. Each leads back to the page, which shows the result.
import { command } from '#mixins/actors';
import { abandon, decline, pay } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

const rules = { pay, decline, abandon };

const button = (verb: keyof typeof rules) =>
  command(`sandbox.${verb}`, {
    actor: sandboxPaymentActor,
    rule: rules[verb],
    load: (_service, { params: { delay_s, duplicate, reorder } }) => ({
      ...(duplicate === undefined ? {} : { duplicate }),
      ...(delay_s === undefined ? {} : { delay_ms: delay_s * 1000 }),
      ...(reorder === undefined ? {} : { reorder }),
    }),
    reply: ({ id }) => ({ location: `/sandbox/payments/${id}` }),
  });

export const buttons = (['pay', 'decline', 'abandon'] as const).map(button);
