// Saved cards at the sandbox provider, which knows a mandate and a payment by our ids.
import type { Payment, SandboxWebhook } from '#contracts';
import { settingsOf } from '#lib/broker';
import { codeOf } from '#lib/errors';
import { callsOf, type Service } from '#lib/service';
import type { Report } from '../payment-state.rules.ts';
import { declined, type Charge, type MandateProvider } from './mandates.ts';

export const sandboxMandates: MandateProvider = {
  async saved(service, { id, set_up }, payment) {
    if (payment) return isPaid(await query(service, payment)) ? { customer: null, method: '0' } : undefined;
    if (set_up === null) return undefined;
    const { card } = await callsOf(service).call('sandbox.get_mandate', { id });
    return card >= Number(set_up) ? { customer: null, method: String(card) } : undefined;
  },
  async setUp(service, { id }) {
    const { card } = await callsOf(service).call('sandbox.get_mandate', { id });
    const { public_url } = settingsOf(service.broker);
    return { url: `${public_url}/sandbox/mandates/${id}`, set_up: String(card + 1) };
  },
  async charge(service, payment, { id: mandate_id, method }) {
    if (method === null) return declined(payment, 'no_saved_card');
    try {
      await callsOf(service).call('sandbox.charge', { ...asShown(payment), mandate_id });
    } catch (error) {
      if (codeOf(error) === 'MANDATE_NOT_FOUND') return declined(payment, 'no_saved_card');
      throw error;
    }
    return chargeOf(await query(service, payment));
  },
  async charged(service, payment) {
    const reports = await query(service, payment);
    return reports.length > 0 ? chargeOf(reports) : undefined;
  },
};

/** A payment as the sandbox opens it. */
export const asShown = ({ id, purpose, amount, currency }: Payment) => ({
  id,
  amount,
  currency,
  description: `${titleOf[purpose.kind]} ${purpose.id}`,
});

const titleOf: Record<Payment['purpose']['kind'], string> = { pledge: 'Pledge' };

export const reported = ({ type, data }: SandboxWebhook): Report => ({
  ...data,
  name: type as Report['name'],
});

const chargeOf = (reports: Report[]): Charge => ({ reference: null, reports });

const isPaid = (reports: Report[]) => reports.some(({ name }) => name === 'payment.captured');

const query = async (service: Service, { id }: Payment): Promise<Report[]> =>
  (await callsOf(service).call('sandbox.query', { id })).reports.map(reported);
