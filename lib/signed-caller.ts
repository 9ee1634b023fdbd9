// What calls say of their callers is signed by the gateway: nobody else on the bus can tell a service who they are.
import type { Permission } from '#contracts';
import type { Caller } from '#lib/caller';
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { createHmac, timingSafeEqual } from 'node:crypto';

const secrets = new WeakMap<object, string>();

/** Has a node verify callers with this secret. */
export const keepCallerSecret = (broker: object, caller_secret: string): unknown =>
  secrets.set(broker, caller_secret);

/** The secret of a node; an Error where it was not made by createNode. */
export function callerSecretOf(broker: object): string {
  const secret = secrets.get(broker);
  if (secret === undefined) throw new Error('This broker was not made by createNode');
  return secret;
}

// A call lasts 10 s, and clocks of nodes differ by less than the rest. What a gateway has just learnt to be revoked, it signs no more.
const VALID_MS = 60_000;

/** Signs a caller for the calls of the next minute: `caller_secret` is the nodes' alone. */
export function signCaller(caller_secret: string, caller: Caller): string {
  const { user_id, login_session_id = '', permissions, scoped } = caller;
  const grants = [...scoped].map(([resource, some]) => `${resource}=${[...some].join()}`);
  const text = [world.nowMs(), user_id, login_session_id, [...permissions].join(), ...grants].join(' ');
  return `${macOf(caller_secret, text)} ${text}`;
}

/** The caller that a gateway has signed within the last minute. Throws CALLER_FORGED, also for what is no text. */
export function readCaller(caller_secret: string, signed: unknown): Caller {
  if (typeof signed !== 'string') throw fail('CALLER_FORGED');
  const known = verified.get(signed);
  if (known?.caller_secret === caller_secret && isRecent(known.at_ms)) return known.caller;
  const [mac = '', text = ''] = split(signed);
  const [at = '', user_id = '', login_session_id = '', permissions = '', ...grants] = text.split(' ');
  if (!isMac(caller_secret, text, mac) || !isRecent(Number(at))) throw fail('CALLER_FORGED');
  const caller: Caller = {
    user_id,
    ...(login_session_id && { login_session_id }),
    permissions: setOf(permissions),
    scoped: new Map(
      grants.map((grant) => grant.split('=') as [string, string]).map(([on, some]) => [on, setOf(some)]),
    ),
  };
  remember(signed, { caller_secret, at_ms: Number(at), caller });
  return caller;
}

interface Verified {
  caller_secret: string;
  at_ms: number;
  caller: Caller;
}

// The calls of one request carry one signature: it is verified once for all of them.
const REMEMBERED = 1000;
const verified = new Map<string, Verified>();

function remember(signed: string, found: Verified): void {
  const oldest = verified.size >= REMEMBERED ? verified.keys().next().value : undefined;
  if (oldest !== undefined) verified.delete(oldest);
  verified.set(signed, found);
}

const isRecent = (at_ms: number) => Math.abs(world.nowMs() - at_ms) <= VALID_MS;

const setOf = (list: string) => new Set((list ? list.split(',') : []) as Permission[]);

function split(signed: string): [mac: string, text: string] {
  const at = signed.indexOf(' ');
  return [signed.slice(0, Math.max(at, 0)), signed.slice(at + 1)];
}

const macOf = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url');

function isMac(secret: string, text: string, mac: string): boolean {
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(secret, text))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
