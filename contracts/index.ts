// The map of the platform: every action, message, error code and permission, by name. Start reading here.
import type { Static } from '@sinclair/typebox';
import * as auth from './auth.ts';
import * as campaigns from './campaigns.ts';
import * as payments from './payments.ts';
import * as pledges from './pledges.ts';
import * as sandbox from './sandbox.ts';
import * as totals from './totals.ts';
import * as users from './users.ts';

const services = { auth, campaigns, payments, pledges, sandbox, totals, users };

export const actions = {
  ...auth.actions,
  ...campaigns.actions,
  ...payments.actions,
  ...pledges.actions,
  ...sandbox.actions,
  ...totals.actions,
  ...users.actions,
};

export const messages = {
  ...auth.messages,
  ...campaigns.messages,
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
export type { Payment, Webhook } from './payments.ts';
export type { Pledge } from './pledges.ts';
export { Reference, SandboxWebhook, type SandboxPayment } from './sandbox.ts';
export type { Totals } from './totals.ts';
export type { Tokens } from './auth.ts';
export type { User } from './users.ts';
