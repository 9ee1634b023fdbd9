// What is asked of providers about saved cards, and when.
import type { Service } from '#lib/service';
import { addMs, world } from '#lib/world';
import { job, schedule } from '#mixins/timers';
import { saveIfGiven } from './mandate.saving.ts';
import { mandateToCharge } from './mandate.store.ts';
import { paymentOf, take, tell } from './payment.provider.ts';
import { checkOut } from './payment.rules.ts';
import type { PaymentState } from './payment-state.rules.ts';
import { providerOf } from './providers/index.ts';
import type { Charge } from './providers/mandates.ts';

// Asked again after 1 min, 2, 4 … 64; who has not given a card after a day won't.
const ASKED_AGAIN_MS = 60_000;
const MOST_DOUBLINGS = 6;
const MOST_ASKED = 28;

const laterThan = (asked: number) =>
  addMs(world.now(), ASKED_AGAIN_MS * 2 ** Math.min(asked, MOST_DOUBLINGS));

/** Charges the saved card, once. When it has been asked before, it first asks what came of that. */
const charge = job('payments.charge', async (service, { name, key, payload, attempts }) => {
  const { asked = 0 } = payload;
  const payment = await paymentOf(service, key);
  const mandate = await mandateToCharge(service.db, key);
  const { mandates } = providerOf(service, mandate.provider);
  const wasAsked = attempts > 0 || asked > 0;
  const known = wasAsked ? await mandates.charged(service, payment, mandate) : undefined;
  if (!known && !isCharged(payment)) return;
  await takeCharge(service, payment, known ?? (await mandates.charge(service, payment, mandate)));
  if (!isCharged(await paymentOf(service, key))) return;
  await schedule(service.db, { name, key, due_at: laterThan(asked), payload: { asked: asked + 1 } });
});

/** Whether its outcome is open. */
const isCharged = ({ status }: PaymentState) => status === 'PENDING' || status === 'AUTHORIZED';

/** The provider's name of it first: then what was given up meanwhile is closed there. */
async function takeCharge(service: Service, payment: PaymentState, made: Charge) {
  const { id, reference: had } = payment;
  const { reference, reports } = made;
  if (reference !== null && reference !== had) await tell(service, id, checkOut, { reference });
  await take(service, payment, reports);
}

/** Asks for the card until there is one. */
const saveMandate = job('payments.save_mandate', async (service, { name, key, payload }) => {
  const { asked = 0 } = payload;
  if ((await saveIfGiven(service, payload)) || asked >= MOST_ASKED) return;
  await schedule(service.db, {
    name,
    key,
    due_at: laterThan(asked),
    payload: { ...payload, asked: asked + 1 },
  });
});

export const timersOfMandates = [charge, saveMandate];
