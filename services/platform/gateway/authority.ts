// What callers may do, as far as this gateway knows: a second old at most. A gateway that can't know lets nobody in.
import type { Permission, Result } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import type { Caller } from '#lib/caller';
import { signCaller } from '#lib/signed-caller';
import { fail } from '#lib/errors';
import type { Calls } from '#lib/service';
import { world } from '#lib/world';
import { operator, type Identity } from './identity.ts';

// Twice a second: what was taken has ended everywhere within one.
const POLL_MS = 500;
// Whoever has not heard for so long asks before it answers.
const STALE_MS = 1000;
// Of about 3 kB each.
const REMEMBERED = 50_000;
// A signature is good for a minute, and a call lasts ten seconds.
const SIGNED_MS = 5000;
// Longer than an access token lives (15 minutes).
const OUTLIVED_MS = 20 * 60_000;

interface Allowed {
  /** Of another provider, by which it was asked for. */
  roles: string;
  permissions: ReadonlySet<Permission>;
  scoped: ReadonlyMap<string, ReadonlySet<Permission>>;
  until_ms: number;
}

const everything: Allowed = {
  roles: '',
  permissions: new Set(permissionNames),
  scoped: new Map(),
  until_ms: Infinity,
};

/** Knows what users may do, and hears what has changed. */
export class Authority {
  readonly #calls: Calls;
  readonly #caller_secret: string;
  readonly #allowed = new Map<string, Allowed>();
  readonly #finding = new Map<string, { roles: string; reading: Promise<Allowed> }>();
  /** Login sessions and tokens for programs, and of users when their earlier tokens ended: by id, as milliseconds. */
  #revoked = new Map<string, number>();
  #revoked_earlier = new Map<string, number>();
  #turned_ms = -Infinity;
  readonly #callers = new WeakMap<Identity, { caller: Caller; allowed: Allowed }>();
  readonly #signed = new WeakMap<Caller, { text: string; at_ms: number }>();
  #since: number | null = null;
  #revoked_since: number | null = null;
  #heard_ms = -Infinity;
  #hearing: Promise<void> | undefined;
  #stop = (): void => {};
  #polling: Promise<void> | undefined;

  constructor(calls: Calls, caller_secret: string) {
    this.#calls = calls;
    this.#caller_secret = caller_secret;
  }

  /** Begins to listen for changes. */
  start(): void {
    const stopped = new Promise<void>((resolve) => (this.#stop = resolve));
    this.#polling = this.#poll(stopped);
  }

  async stop(): Promise<void> {
    this.#stop();
    await this.#polling;
  }

  /** Who that is, with what they may do now. Throws UNAVAILABLE where nobody can tell. */
  callerOf(identity: Identity): Caller | Promise<Caller> {
    if (identity === operator) return this.#callerWith(identity, everything);
    if (this.#isRevoked(identity)) throw fail('SIGN_IN_REQUIRED');
    const allowed = this.#known(identity);
    return allowed ? this.#callerWith(identity, allowed) : this.#find(identity);
  }

  /** For the calls of the next seconds. */
  sign(caller: Caller): string {
    const known = this.#signed.get(caller);
    const at_ms = world.nowMs();
    if (known && at_ms - known.at_ms < SIGNED_MS) return known.text;
    const text = signCaller(this.#caller_secret, caller);
    this.#signed.set(caller, { text, at_ms });
    return text;
  }

  #known({ user_id, roles }: Identity): Allowed | undefined {
    const now_ms = world.nowMs();
    if (this.#isStale(now_ms)) return undefined;
    const allowed = this.#allowed.get(user_id);
    return allowed && allowed.until_ms > now_ms && allowed.roles === namesOf(roles) ? allowed : undefined;
  }

  #isRevoked({ user_id, login_session_id, issued_ms, access_token }: Identity): boolean {
    const endOf = (id: string) => this.#revoked.get(id) ?? this.#revoked_earlier.get(id);
    const before_ms = endOf(user_id);
    return (
      endOf(access_token?.id ?? login_session_id) !== undefined ||
      (before_ms !== undefined && issued_ms < before_ms)
    );
  }

  #isStale(now_ms: number): boolean {
    return now_ms - this.#heard_ms > STALE_MS;
  }

  #callerWith(identity: Identity, allowed: Allowed): Caller {
    const known = this.#callers.get(identity);
    if (known?.allowed === allowed) return known.caller;
    const { user_id, login_session_id, access_token } = identity;
    const { permissions, scoped } = access_token ? limited(allowed, access_token.permissions) : allowed;
    const caller: Caller = { user_id, ...(login_session_id && { login_session_id }), permissions, scoped };
    this.#callers.set(identity, { caller, allowed });
    return caller;
  }

  async #find(identity: Identity): Promise<Caller> {
    try {
      if (this.#isStale(world.nowMs())) await this.#hear();
      const allowed = this.#known(identity) ?? (await this.#read(identity));
      if (!this.#isRevoked(identity)) return this.#callerWith(identity, allowed);
    } catch {
      throw fail('UNAVAILABLE');
    }
    throw fail('SIGN_IN_REQUIRED');
  }

  #read({ user_id, roles = [] }: Identity): Promise<Allowed> {
    const known = this.#finding.get(user_id);
    if (known?.roles === namesOf(roles)) return known.reading;
    const reading = this.#calls
      .call('permissions.read_effective', { user_id, roles: [...roles] })
      .then((found) => {
        const allowed: Allowed = {
          roles: namesOf(roles),
          permissions: new Set(found.permissions),
          scoped: new Map(found.scoped.map(({ resource, permissions }) => [resource, new Set(permissions)])),
          until_ms: found.until === null ? Infinity : Date.parse(found.until),
        };
        // Not where a change was heard of meanwhile: this may be how it was before.
        if (this.#finding.get(user_id)?.reading === reading) this.#remember(user_id, allowed);
        return allowed;
      });
    this.#finding.set(user_id, { roles: namesOf(roles), reading });
    const end = () => this.#finding.get(user_id)?.reading === reading && this.#finding.delete(user_id);
    reading.then(end, end);
    return reading;
  }

  #remember(user_id: string, allowed: Allowed): void {
    const oldest = this.#allowed.size >= REMEMBERED ? this.#allowed.keys().next().value : undefined;
    if (oldest !== undefined) this.#allowed.delete(oldest);
    this.#allowed.set(user_id, allowed);
  }

  async #poll(stopped: Promise<void>): Promise<void> {
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    while (!isStopped) {
      // What can't be heard now is asked for by the next request, which then fails.
      await this.#hear().catch(() => {});
      await world.sleepUnless(stopped, POLL_MS);
    }
  }

  #hear(): Promise<void> {
    return (this.#hearing ??= this.#askForChanges().finally(() => (this.#hearing = undefined)));
  }

  async #askForChanges(): Promise<void> {
    const asked_ms = world.nowMs();
    const [{ seq, user_ids, everybody }, revocations] = await Promise.all([
      this.#calls.call('permissions.read_changes', { since: this.#since }),
      this.#calls.call('auth.revocations', { since: this.#revoked_since }),
    ]);
    // What was known before it began to listen may be out of date as well.
    if (everybody || this.#since === null) this.#forgetAll();
    for (const user_id of user_ids) this.#forget(user_id);
    this.#since = seq;
    this.#revoke(revocations, asked_ms);
    this.#heard_ms = asked_ms;
  }

  #revoke({ seq, login_sessions, access_tokens, users }: Result<'auth.revocations'>, at_ms: number): void {
    // What was revoked longer ago than any token lives is forgotten, half at a time.
    if (at_ms - this.#turned_ms > OUTLIVED_MS) {
      this.#revoked_earlier = this.#revoked;
      this.#revoked = new Map();
      this.#turned_ms = at_ms;
    }
    for (const { id } of [...login_sessions, ...access_tokens]) this.#revoked.set(id, at_ms);
    for (const { id, before } of users) this.#revoked.set(id, Date.parse(before));
    this.#revoked_since = seq;
  }

  #forgetAll(): void {
    this.#allowed.clear();
    this.#finding.clear();
  }

  #forget(user_id: string): void {
    this.#allowed.delete(user_id);
    this.#finding.delete(user_id);
  }
}

const namesOf = (roles: readonly string[] = []) => roles.join();

/** What a program may do: no more than it was let, nor than its user may. */
function limited(
  { permissions, scoped }: Allowed,
  most: ReadonlySet<Permission>,
): Pick<Allowed, 'permissions' | 'scoped'> {
  const of = (some: ReadonlySet<Permission>) =>
    new Set([...some].filter((permission) => most.has(permission)));
  return { permissions: of(permissions), scoped: new Map([...scoped].map(([on, some]) => [on, of(some)])) };
}
