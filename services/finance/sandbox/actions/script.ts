import type { SandboxPayment } from '#contracts';
import { command } from '#mixins/actors';
import { sandboxPaymentActor } from '../sandbox-payment.actor.ts';
import { script as rule, type How } from '../sandbox-payment.rules.ts';
import type { Which } from '../sandbox-report.rules.ts';

const verbs = ['authorize', 'capture', 'settle', 'fail', 'refund', 'fail_refund', 'dispute', 'win'] as const;
type Verb = (typeof verbs)[number];

const script = (verb: Verb) =>
  command<`sandbox.${Verb}`, SandboxPayment, Which & { how: How }>(
    `sandbox.${verb}`,
    sandboxPaymentActor,
    rule(verb),
    ({ sent: [sent] }) => ({ webhook_id: sent!.webhook_id, sent: sent!.webhook }),
    (_service, { params }) => {
      const { duplicate, delay_ms, id: _id, ...which } = params as How & { id: string };
      return {
        ...which,
        how: {
          ...(duplicate === undefined ? {} : { duplicate }),
          ...(delay_ms === undefined ? {} : { delay_ms }),
        },
      };
    },
  );

export const scripts = verbs.map(script);
