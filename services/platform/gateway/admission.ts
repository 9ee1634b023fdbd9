// Who is let in, and with what: before an action is called.
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { permit, type Broker } from '#lib/service';
import type { Caller } from '#lib/caller';
import type { Authority } from './authority.ts';
import type { ClientAddress } from './clients.ts';
import { versionsIn } from './etags.ts';
import type { Exports } from './exports.ts';
import { idempotencyKeyOf } from './headers.ts';
import { FORM, type Alias, type CallContext, type Request, type Response } from './http.ts';
import { assertOurForm } from './pages.ts';
import type { paramsReader } from './params.ts';
import type { Limits } from './rate-limits.ts';
import { isExport, type Route } from './routes.ts';
import { PROBES } from './system-routes.ts';
import type { Identity } from './identity.ts';

/** A route, with how its parameters are read. */
export type Routed = Route & { read: ReturnType<typeof paramsReader> };

/** What is known of a request when it is counted. */
export type KnownOfRequest = Pick<Parameters<Limits['take']>[1], 'identity' | 'route'>;

/** The parts of the gateway that let requests in. */
export interface Admitting {
  broker: Broker;
  exports: Exports;
  routed: Map<string, Routed>;
  authority: Authority;
  identify: (authorization: string) => Identity | Promise<Identity>;
  clientOf: (req: Request) => ClientAddress;
  count: (req: Request, res: Response, known?: KnownOfRequest) => Promise<void>;
}

// Browsers' are half as long.
const USER_AGENT_LENGTH = 400;

/** The gateway's own routes know nobody. */
export async function admitToOwn(
  this: Admitting,
  _ctx: CallContext,
  _: unknown,
  req: Request,
  res: Response,
  { fullPath }: Alias,
) {
  if (!PROBES.includes(fullPath)) await this.count(req, res);
}

const isAuthorization = (text: string, at: number) =>
  at % 2 === 0 && text.length === 13 && text.toLowerCase() === 'authorization';

const BEARER_SCHEME = /^bearer(\s|$)/i;

/** Identifies the caller, and prepares the params of the action. */
export async function admit(
  this: Admitting,
  ctx: CallContext,
  _: unknown,
  req: Request,
  res: Response,
  alias: Alias,
) {
  const route = this.routed.get(alias.action ?? '');
  if (!route) throw fail('ROUTE_NOT_FOUND');
  const { authorization } = req.headers;
  // A proxy in front may have asked for a password of its own: that header is not for us.
  const hasToken =
    authorization !== undefined && route.contract.security !== 'none' && BEARER_SCHEME.test(authorization);
  const caller = hasToken ? await signIn(this, ctx, req, authorization) : undefined;
  if (!caller && route.contract.permission !== 'anyone') throw fail('SIGN_IN_REQUIRED');
  await this.count(req, res, { identity: req.$identity, route });
  // The service asks as well. Here it is before the request is read, so that a refusal says nothing else of it.
  permit(route.contract, caller);
  if (route.contract.consumes === FORM) assertOurForm(req.headers, settingsOf(this.broker).public_url);
  const key = idempotencyKeyOf(req.headers, route.contract);
  if (key !== undefined) ctx.meta.idempotency_key = key;
  const versions = route.isEditable ? versionsIn(req.headers['if-match']) : undefined;
  if (versions) ctx.meta.if_match = versions;
  Object.assign(ctx.meta, this.clientOf(req));
  const user_agent = req.headers['user-agent'];
  if (route.service === 'auth' && user_agent) ctx.meta.user_agent = user_agent.slice(0, USER_AGENT_LENGTH);
  const path = req.$params['params'] as Record<string, string>;
  req.$params = await route.read({ req, path, query: req.query });
  if (isExport(route.contract)) this.exports.admit(res, req.$identity!.user_id, route);
}

/** Says to the services who calls. */
async function signIn(
  { identify, authority }: Admitting,
  ctx: CallContext,
  req: Request,
  authorization: string,
): Promise<Caller> {
  // Of two Node takes the first: something before us may have looked at the other.
  if (req.rawHeaders.filter(isAuthorization).length > 1) throw fail('SIGN_IN_REQUIRED');
  const identity = await identify(authorization);
  req.$identity = identity;
  const caller = await authority.callerOf(identity);
  ctx.meta.signed_caller = authority.sign(caller);
  return caller;
}
