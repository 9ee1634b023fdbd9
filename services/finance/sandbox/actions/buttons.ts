// The buttons of the checkout page. Each leads back to the page, which shows what happened.
import type { SandboxPayment } from '#contracts';
import { command } from '#mixins/actors';
import type { Rule } from '#mixins/actors/decision';
import { sandboxPaymentActor } from '../sandbox-payment.actor.ts';
import { abandon, decline, pay, type How } from '../sandbox-payment.rules.ts';

const rules = { pay, decline, abandon } satisfies Record<string, Rule<SandboxPayment, How>>;

const button = (verb: keyof typeof rules) =>
  command<`sandbox.${typeof verb}`, SandboxPayment, How>(
    `sandbox.${verb}`,
    sandboxPaymentActor,
    rules[verb],
    ({ id }) => ({ location: `/sandbox/payments/${id}` }),
    (_service, { params: { delay_s, duplicate, reorder } }) => ({
      ...(duplicate === undefined ? {} : { duplicate }),
      ...(delay_s === undefined ? {} : { delay_ms: delay_s * 1000 }),
      ...(reorder === undefined ? {} : { reorder }),
    }),
  );

export const buttons = (['pay', 'decline', 'abandon'] as const).map(button);
