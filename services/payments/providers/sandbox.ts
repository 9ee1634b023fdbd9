// The sandbox provider: signs by the Standard Webhooks scheme (standardwebhooks.com).
import { Reference, SandboxWebhook } from '#contracts';
import { fail } from '#lib/errors';
import { validator } from '#lib/validation';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Webhook } from 'standardwebhooks';
import type { Report } from '../payment.ts';
import type { Provider, RawWebhook, Verified } from './provider.ts';

const names: Report['name'][] = [
  ...(['payment.authorized', 'payment.captured', 'payment.failed', 'settlement.confirmed'] as const),
  ...(['payment.refunded', 'payment.refund_failed', 'payment.disputed', 'payment.dispute_won'] as const),
];
const known = new Set<string>(names);

/** `secrets`: any of them verifies, so that they can be rotated. */
export function sandbox(secrets: string[]): Provider {
  const keys = secrets.map((secret) => new Webhook(secret));
  return {
    checkout: async (ctx, { id, amount, currency }) =>
      (await ctx.call('sandbox.open', { id, amount, currency })).checkout_url,
    verify(webhook) {
      if (!keys.some((key) => isSignedBy(key, webhook))) throw fail('WEBHOOK_SIGNATURE_INVALID');
      return read(webhook);
    },
  };
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

function read({ headers, body }: RawWebhook): Verified {
  const { type, data } = parse(body);
  const webhook_id = headers['webhook-id']!;
  if (!isReference(webhook_id)) throw fail('BODY_UNREADABLE');
  if (!known.has(type)) return { webhook_id, type, report: undefined };
  const { refund_id, dispute_id } = data;
  if (type.includes('refund') && !refund_id) throw missing('/data/refund_id');
  if (type.includes('dispute') && !dispute_id) throw missing('/data/dispute_id');
  return { webhook_id, type, report: { ...data, name: type as Report['name'] } };
}

function parse(body: string): SandboxWebhook {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw fail('BODY_UNREADABLE');
  }
  // One we don't know may carry anything: only its type is read.
  const type = typeof parsed === 'object' && parsed && 'type' in parsed ? parsed.type : undefined;
  if (isReference(type) && !known.has(type)) return { type } as SandboxWebhook;
  validate(parsed);
  return parsed as SandboxWebhook;
}

const missing = (pointer: string) =>
  fail('VALIDATION_FAILED', { errors: [{ pointer, message: 'is missing' }] });
