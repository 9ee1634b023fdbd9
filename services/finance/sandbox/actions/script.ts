import { command } from '#mixins/actors';
import { script as rule, type How } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

const verbs = ['authorize', 'capture', 'settle', 'fail', 'refund', 'fail_refund', 'dispute', 'win'] as const;
type Verb = (typeof verbs)[number];

const script = (verb: Verb) =>
  command(`sandbox.${verb}`, {
    actor: sandboxPaymentActor,
    rule: rule(verb),
    load: (_service, { params }) => {
      const { duplicate, delay_ms, id: _id, ...which } = params as How & { id: string };
      return {
        ...which,
        how: {
          ...(duplicate === undefined ? {} : { duplicate }),
          ...(delay_ms === undefined ? {} : { delay_ms }),
        },
      };
    },
    reply: ({ sent: [sent] }) => ({ webhook_id: sent!.webhook_id, sent: sent!.webhook }),
  });

export const scripts = verbs.map(script);
