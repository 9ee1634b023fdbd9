// The contracts' schemas as the description of the API has them: bounded as they are checked, and named where clients name them.
import { Campaign } from '#contracts/fundraising/campaigns';
import { PledgeTransition, Guest, Pledge, Refund, Seen } from '#contracts/fundraising/pledge.shapes';
import { Receipt, Statement } from '#contracts/fundraising/receipt.shapes';
import { GiftSubscription } from '#contracts/fundraising/subscription.shapes';
import { Drift, Totals } from '#contracts/fundraising/totals';
import { BeneficiaryBalance, Payment, Payout, Webhook, WriteOff } from '#contracts/finance/payment.shapes';
import { SandboxPayment } from '#contracts/finance/sandbox';
import { Tokens } from '#contracts/identity/auth.shapes';
import { User } from '#contracts/identity/users';
import { Backlog, DeadLetter, VerifiedInvariant } from '#contracts/platform/ops';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };
type Node = { readonly [field: string]: Json };

/** What clients know by a name of its own, rather than by the routes that answer with it. */
const named: Record<string, object> = {
  Backlog,
  BeneficiaryBalance,
  Campaign,
  DeadLetter,
  Drift,
  Guest,
  Payment,
  Payout,
  Pledge,
  PledgeTransition,
  Receipt,
  Refund,
  SandboxPayment,
  SeenPledge: Seen,
  Statement,
  Subscription: GiftSubscription,
  Tokens,
  Totals,
  User,
  VerifiedInvariant,
  Webhook,
  WriteOff,
};

/** A schema of the contracts for the description. What has a name is a reference to `schemas`. */
export const schemaOf = (schema: object): Json => referring(bounded(schema));

/** The named schemas, each with references to the others. */
export const schemas = (): Record<string, Json> =>
  Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, within(bounded(schema) as Node)]));

/** What a format holds, beyond its name: the same for all that the platform takes and answers. */
const FORMATS: Record<string, Node> = {
  uuid: { minLength: 36, maxLength: 36, examples: ['019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa'] },
  'date-time': { minLength: 20, maxLength: 27, examples: ['2026-01-31T12:00:00Z'] },
  date: { minLength: 10, maxLength: 10, examples: ['2026-01-31'] },
  'iso-4217': { pattern: '^[A-Z]{3}$', maxLength: 3, examples: ['EUR'] },
  email: { maxLength: 254, examples: ['ada@example.org'] },
};

// Whatever is counted or summed up is exact in a JSON number.
const EXACT = {
  format: 'int64',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

/** The schema as plain JSON, in which every integer and every string of a known format says its bounds. */
const bounded = (schema: object): Json => tell(JSON.parse(JSON.stringify(schema)) as Json);

function tell(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(tell);
  const choices = choicesOf(value);
  if (choices) return choices;
  const node = Object.fromEntries(Object.entries(value).map(([field, part]) => [field, tell(part)]));
  if (node['type'] === 'integer') return { ...EXACT, ...node };
  if (typeof node['format'] === 'string') return { ...node, ...FORMATS[node['format']] };
  return node;
}

/** A choice of texts: one enumeration rather than a union of constants. */
function choicesOf({ anyOf, ...rest }: Node): Node | undefined {
  if (!isList(anyOf ?? null)) return undefined;
  const values = (anyOf as readonly Node[]).map((one) => one['const']);
  if (!values.every((one) => typeof one === 'string')) return undefined;
  return { type: 'string', enum: values, ...rest };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

// By what they say, not by which object they are: a schema that is made optional is another object.
const names = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(bounded(schema)), name]));

function referring(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(referring);
  const name = value['type'] === 'object' ? names.get(JSON.stringify(value)) : undefined;
  return name === undefined ? within(value) : { $ref: `#/components/schemas/${name}` };
}

const within = (node: Node): Json =>
  Object.fromEntries(Object.entries(node).map(([field, part]) => [field, referring(part)]));
