// The map of the platform: every action, message, error code and permission, by name. Start reading here.
import type { Static } from '@sinclair/typebox';
import * as finance from './finance/index.ts';
import * as fundraising from './fundraising/index.ts';
import * as identity from './identity/index.ts';
import * as ledger from './ledger.ts';
import * as platform from './platform/index.ts';

const services = {
  ...finance.services,
  ...fundraising.services,
  ...identity.services,
  ...platform.services,
};

export type ServiceName = keyof typeof services;
export const serviceNames = (Object.keys(services) as ServiceName[]).sort();

export const actions = merge('actions');
export type ActionName = keyof typeof actions;
export type Params<N extends ActionName> = Static<(typeof actions)[N]['params']>;
export type Result<N extends ActionName> = Static<(typeof actions)[N]['result']>;

export const timers = { ...merge('timers'), ...ledger.timers };
export type TimerName = keyof typeof timers;
export type TimerPayload<N extends TimerName> = Static<(typeof timers)[N]['payload']>;

export const messages = merge('messages');
export type MessageName = keyof typeof messages;
export type Payload<N extends MessageName> = Static<(typeof messages)[N]['payload']>;

/** The messages that a service publishes; of one that has no contracts (a test's), any. */
export type MessageOf<S extends string> = S extends ServiceName
  ? Extract<keyof PartOf<S, 'messages'>, MessageName>
  : MessageName;
/** The service that an action belongs to. */
export type ServiceOf<N extends string> = N extends `${infer S}.${string}` ? S : never;

type Part = 'actions' | 'messages' | 'timers';
/** What a service's contract has of a kind; nothing where it exports none. */
type PartOf<S extends ServiceName, P extends Part> =
  (typeof services)[S] extends Record<P, infer All> ? All : object;
type Merged<P extends Part> = Intersection<{ [S in ServiceName]: PartOf<S, P> }[ServiceName]>;
type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** The parts of all services in one. */
function merge<P extends Part>(part: P): Merged<P> {
  return Object.assign(
    {},
    ...Object.values(services).map((service) => (service as never)[part] ?? {}),
  ) as Merged<P>;
}

/** The messages that a service publishes. */
export const publishedBy = (service: string): MessageName[] =>
  Object.keys((services as Record<string, { messages?: object }>)[service]?.messages ?? {}) as MessageName[];
export type { ActionContract, MessageContract } from './define.ts';
export { errors, type ErrorCode } from './errors.ts';
export type { Permission } from './permissions.ts';
export type { Campaign, CampaignView } from './fundraising/campaigns.ts';
export type { Backlog, DeadLetter, VerifiedInvariant } from './platform/ops.ts';
export type { Mandate } from './finance/mandates.ts';
export type { SandboxMandate } from './finance/sandbox-mandates.ts';
export {
  beneficiaryKinds,
  payoutStatuses,
  type BeneficiaryBalance,
  type Payment,
  type Payout,
  type Purpose,
  type Webhook,
  type WriteOff,
} from './finance/payment.shapes.ts';
export type { LedgerEntry } from './finance/payment-exports.ts';
export type { ExportedDonor, ExportedPledge } from './fundraising/pledge-exports.ts';
export type { Pledge, Refund } from './fundraising/pledge.shapes.ts';
export type { Thanks } from './fundraising/donors.ts';
export { receiptKinds, type Receipt, type Statement } from './fundraising/receipt.shapes.ts';
export {
  Reference,
  SandboxWebhook,
  type Behaviour,
  type SandboxPayment,
  type SandboxSending,
} from './finance/sandbox.ts';
export type { Totals } from './fundraising/totals.ts';
export type { AccessToken } from './identity/access-tokens.ts';
export type { Factors, Passkey } from './identity/auth-factors.ts';
export type { Tokens } from './identity/auth.shapes.ts';
export type { OpenLoginSession, WhyRevoked } from './identity/auth.sessions.ts';
export type { PasskeyRequest } from './identity/passkey.shapes.ts';
export type { Role, Grant as RoleGrant } from './identity/roles-and-grants.ts';
export type { User } from './identity/users.ts';
export type { GiftSubscription } from './fundraising/subscription.shapes.ts';
