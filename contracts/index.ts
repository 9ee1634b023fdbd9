// The map of the platform: every action, message, error code and permission, by name. Start reading here.
import type { Static } from '@sinclair/typebox';
import * as auth from './auth.ts';
import * as campaigns from './campaigns.ts';
import * as notifications from './notifications.ts';
import * as ops from './ops.ts';
import * as payments from './payments.ts';
import * as pledges from './pledges.ts';
import * as sandbox from './sandbox.ts';
import * as totals from './totals.ts';
import * as users from './users.ts';

const services = { auth, campaigns, notifications, ops, payments, pledges, sandbox, totals, users };

export const actions = {
  ...auth.actions,
  ...campaigns.actions,
  ...notifications.actions,
  ...ops.actions,
  ...payments.actions,
  ...pledges.actions,
  ...sandbox.actions,
  ...totals.actions,
  ...users.actions,
};

export const messages = {
  ...auth.messages,
  ...campaigns.messages,
  ...notifications.messages,
  ...ops.messages,
  ...payments.messages,
  ...pledges.messages,
  ...sandbox.messages,
  ...totals.messages,
  ...users.messages,
};

export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as ServiceName[];
export type ActionName = keyof typeof actions;
export type Params<N extends ActionName> = Static<(typeof actions)[N]['params']>;
export type Result<N extends ActionName> = Static<(typeof actions)[N]['result']>;
export type MessageName = keyof typeof messages;
export type Payload<N extends MessageName> = Static<(typeof messages)[N]['payload']>;

/** The messages that a service publishes. */
export const publishedBy = (service: string): MessageName[] =>
  service in services ? (Object.keys(services[service as ServiceName].messages) as MessageName[]) : [];

/** The messages that a service hears. */
export const heardBy = (service: string): MessageName[] =>
  (Object.keys(messages) as MessageName[]).filter((name) => messages[name].heard_by.includes(service));

export type { ActionContract } from './define.ts';
export { errors, type ErrorCode } from './errors.ts';
export { permissions, type Permission } from './permissions.ts';
export type { Campaign, CampaignView } from './campaigns.ts';
export type { Backlog, DeadLetter, Verified } from './ops.ts';
export type { Payment, Payout, Webhook } from './payments.ts';
export type { Pledge, Refund } from './pledge.shapes.ts';
export {
  Reference,
  SandboxWebhook,
  type Behaviour,
  type SandboxPayment,
  type SandboxSending,
} from './sandbox.ts';
export type { Totals } from './totals.ts';
export type { Tokens } from './auth.ts';
export type { User } from './users.ts';
