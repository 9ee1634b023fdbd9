// The rules of saved cards at the sandbox. Pure functions.
import type { Params, SandboxMandate, SandboxPayment } from '#contracts';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { withWebhooks, type SandboxMessage } from './sandbox-payment.rules.ts';

type MandateDecision = Decision<SandboxMandate>;

/** The first checkout that saves a card makes it. */
export const openMandate = (
  known: SandboxMandate | undefined,
  _input: unknown,
  { key, now }: CommandContext,
): MandateDecision =>
  becomes(known ?? { id: key, status: 'OPEN', charges: 'succeed', card: 0, created_at: now, version: 0 });

export const behaveMandate = (
  mandate: SandboxMandate,
  { charges }: Params<'sandbox.behave_mandate'>,
): MandateDecision => becomes({ ...mandate, charges });

/** Another card takes the place of the last. */
export const saveCard = (
  mandate: SandboxMandate,
  { charges = 'succeed' }: Params<'sandbox.save_card'>,
): MandateDecision => becomes({ ...mandate, charges, card: mandate.card + 1 });

/** The platform charges the card, once: a payment of which anything was reported is left alone. */
export function charge(
  payment: SandboxPayment,
  { charges }: Pick<SandboxMandate, 'charges'>,
  { now: at }: CommandContext,
): Decision<SandboxPayment, SandboxMessage> {
  if (charges === 'wait' || payment.reports.length > 0) return becomes(payment);
  return charges === 'succeed'
    ? withWebhooks(payment, ['authorize', 'capture', 'settle'], { at })
    : withWebhooks(payment, ['fail'], { at, reason: 'card_declined' });
}
