// The sandbox provider: signs by the Standard Webhooks scheme (standardwebhooks.com).
import {
  Reference,
  SandboxWebhook,
  type ActionName,
  type Params,
  type Payment,
  type Result,
} from '#contracts';
import { codeOf, fail } from '#lib/errors';
import type { Broker, Service } from '#lib/service';
import { validator } from '#lib/validation';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import { Webhook } from 'standardwebhooks';
import type { Report } from '../payment-state.rules.ts';
import { contentOf, type Provider, type RawWebhook, type Verified } from './provider.ts';
import { asShown, reported, sandboxMandates } from './sandbox.mandates.ts';

const names: Report['name'][] = [
  'payment.authorized',
  'payment.captured',
  'payment.failed',
  'payment.voided',
  'settlement.confirmed',
  'payment.refunded',
  'payment.refund_failed',
  'payment.disputed',
  'payment.dispute_won',
];
const known = new Set<string>(names);

/** `secrets`: any of them verifies, so that they can be rotated. */
export function sandbox(secrets: string[]): Provider {
  const keys = secrets.map((secret) => new Webhook(secret));
  return {
    name: 'sandbox',
    reports_settlement: true,
    checkout: async (service, payment, mandate_id) => ({
      location: await open(service, payment, mandate_id),
      reference: null,
    }),
    capture: (service, { id }) => requested(service, { id, verb: 'capture' }),
    async void(service, payment) {
      // Else a donor who comes later would find it open.
      await open(service, payment);
      return requested(service, { id: payment.id, verb: 'void' });
    },
    refund: (service, { id }, refund) => requested(service, { id, verb: 'refund', ...refund }),
    query: async ({ broker }, { id }) => (await call(broker, 'sandbox.query', { id })).reports.map(reported),
    verify(webhook) {
      if (!keys.some((key) => isSignedBy(key, webhook))) throw fail('WEBHOOK_SIGNATURE_INVALID');
      return read(webhook.headers['webhook-id'], webhook.body);
    },
    read: ({ webhook_id, body }) => read(webhook_id, body),
    mandates: sandboxMandates,
  };
}

async function open({ broker }: Service, payment: Payment, mandate_id?: string): Promise<string> {
  const wish = { ...asShown(payment), ...(mandate_id === undefined ? {} : { mandate_id }) };
  return (await call(broker, 'sandbox.open', wish)).checkout_url;
}

const call = <N extends ActionName>(broker: Broker, name: N, params: Params<N>) =>
  broker.call<Result<N>, Params<N>>(name, params);

/** What was never opened can't be asked for anything: the provider will never do it. */
async function requested({ broker }: Service, params: Params<'sandbox.request'>): Promise<Report[]> {
  try {
    return (await call(broker, 'sandbox.request', params)).reports.map(reported);
  } catch (error) {
    throw codeOf(error) === 'PAYMENT_NOT_FOUND'
      ? fail('PROVIDER_REFUSED', { reason: 'there is no such payment' })
      : error;
  }
}

/** In constant time, and within 5 minutes of now: both are the library's. */
function isSignedBy(key: Webhook, { headers, body }: RawWebhook): boolean {
  try {
    key.verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

const validate = validator(SandboxWebhook);
const references = TypeCompiler.Compile(Reference);
const isReference = (value: unknown): value is string => references.Check(value);

function read(webhook_id: string | undefined, body: string): Verified {
  const { type, timestamp, data } = parse(body);
  if (!isReference(webhook_id)) throw fail('BODY_UNREADABLE');
  const told = { webhook_id, type, content: contentOf(type, data) };
  if (!known.has(type)) return { ...told, about: async () => undefined, reports: async () => [] };
  const { payment_id, refund_id, dispute_id } = data;
  if (type.includes('refund') && !refund_id) throw missing('/data/refund_id');
  if (type.includes('dispute') && !dispute_id) throw missing('/data/dispute_id');
  const reports = [reported({ type, timestamp, data })];
  return { ...told, about: async () => ({ payment_id }), reports: async () => reports };
}

function parse(body: string): SandboxWebhook {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw fail('BODY_UNREADABLE');
  }
  // One we don't know may carry anything: only its type is read.
  const { type, data } = (typeof parsed === 'object' && parsed ? parsed : {}) as Partial<SandboxWebhook>;
  if (isReference(type) && !known.has(type)) return { type, data } as SandboxWebhook;
  // A provider adds fields whenever it likes: refused, its webhooks would come again for days, and then no more.
  const ours = Value.Clean(SandboxWebhook, parsed);
  validate(ours);
  return ours as SandboxWebhook;
}

const missing = (pointer: string) =>
  fail('VALIDATION_FAILED', { errors: [{ pointer, message: 'is missing' }] });
