// What callers may do, as far as this gateway knows: a second old at most. A gateway that can't know lets nobody in.
import type { Permission } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import type { Caller } from '#lib/caller';
import { signCaller } from '#lib/signed-caller';
import { fail } from '#lib/errors';
import type { Calls } from '#lib/service';
import { world } from '#lib/world';
import { operator, type Identity } from './tokens.ts';

// Twice a second: what was taken has ended everywhere within one.
const POLL_MS = 500;
// Whoever has not heard for so long asks before it answers.
const STALE_MS = 1000;
// Of about 3 kB each.
const REMEMBERED = 50_000;
// A signature is good for a minute, and a call lasts ten seconds.
const SIGNED_MS = 5000;

interface Allowed {
  permissions: ReadonlySet<Permission>;
  scoped: ReadonlyMap<string, ReadonlySet<Permission>>;
  until_ms: number;
}

const everything: Allowed = { permissions: new Set(permissionNames), scoped: new Map(), until_ms: Infinity };

/** Knows what users may do, and hears what has changed. */
export class Authority {
  readonly #calls: Calls;
  readonly #caller_secret: string;
  readonly #allowed = new Map<string, Allowed>();
  readonly #finding = new Map<string, Promise<Allowed>>();
  readonly #callers = new WeakMap<Identity, { caller: Caller; allowed: Allowed }>();
  readonly #signed = new WeakMap<Caller, { text: string; at_ms: number }>();
  #since: number | null = null;
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
    const allowed = this.#known(identity.user_id);
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

  #known(user_id: string): Allowed | undefined {
    const now_ms = world.nowMs();
    const allowed = this.#allowed.get(user_id);
    return allowed && allowed.until_ms > now_ms && !this.#isStale(now_ms) ? allowed : undefined;
  }

  #isStale(now_ms: number): boolean {
    return now_ms - this.#heard_ms > STALE_MS;
  }

  #callerWith(identity: Identity, allowed: Allowed): Caller {
    const known = this.#callers.get(identity);
    if (known?.allowed === allowed) return known.caller;
    const { user_id, login_session_id } = identity;
    const { permissions, scoped } = allowed;
    const caller: Caller = { user_id, ...(login_session_id && { login_session_id }), permissions, scoped };
    this.#callers.set(identity, { caller, allowed });
    return caller;
  }

  async #find(identity: Identity): Promise<Caller> {
    const { user_id } = identity;
    try {
      if (this.#isStale(world.nowMs())) await this.#hear();
      const finding = this.#known(user_id) ?? this.#finding.get(user_id) ?? this.#read(user_id);
      return this.#callerWith(identity, await finding);
    } catch {
      throw fail('UNAVAILABLE');
    }
  }

  #read(user_id: string): Promise<Allowed> {
    const reading = this.#calls.call('permissions.read_effective', { user_id, roles: [] }).then((found) => {
      const allowed: Allowed = {
        permissions: new Set(found.permissions),
        scoped: new Map(found.scoped.map(({ resource, permissions }) => [resource, new Set(permissions)])),
        until_ms: found.until === null ? Infinity : Date.parse(found.until),
      };
      // Not where a change was heard of meanwhile: this may be how it was before.
      if (this.#finding.get(user_id) === reading) this.#remember(user_id, allowed);
      return allowed;
    });
    this.#finding.set(user_id, reading);
    const end = () => this.#finding.get(user_id) === reading && this.#finding.delete(user_id);
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
    const { seq, user_ids, everybody } = await this.#calls.call('permissions.read_changes', {
      since: this.#since,
    });
    // What was known before it began to listen may be out of date as well.
    if (everybody || this.#since === null) this.#forgetAll();
    for (const user_id of user_ids) this.#forget(user_id);
    this.#since = seq;
    this.#heard_ms = asked_ms;
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
