// The platform as the demo's users call it: through its own actions, as the gateway would.
import type { ActionName, Params, Result } from '#contracts';
import { codeOf } from '#lib/errors';
import { settingsOf } from '#lib/broker';
import type { Caller } from '#lib/caller';
import { signCaller } from '#lib/signed-caller';
import type { Broker } from '#lib/service';
import { world } from '#lib/world';

export interface Act {
  caller?: Caller | undefined;
  /** The same key has its effect once, however often the demo starts. */
  key?: string;
}

export type Call = <N extends ActionName>(name: N, params: Params<N>, act?: Act) => Promise<Result<N>>;

export const callsTo =
  (broker: Broker): Call =>
  async (name, params, { caller, key } = {}) =>
    broker.call(name, params, {
      meta: {
        ...(caller && { signed_caller: signCaller(settingsOf(broker).caller_secret, caller) }),
        ...(key !== undefined && { idempotency_key: key }),
        // Passwords are checked in turns by address. Pledges of guests would be limited by it.
        ...(name.startsWith('auth.') && { address: '127.0.0.1' }),
      },
    });

/** A later start repeats calls: one that can't be done twice is no error. */
export async function unlessDone<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (DONE.has(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

const DONE = new Set([
  'CAMPAIGN_NOT_OPEN',
  'TRANSITION_NOT_ALLOWED',
  'PAYMENT_NOT_OPEN',
  'PLEDGE_ALREADY_CAPTURED',
]);

// Effects take some ms; webhooks that failed at first are repeated within seconds.
const PATIENCE_MS = 10_000;

/** Polls every 20 ms. Throws an Error after 10 s. */
export async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const over_ms = world.nowMs() + PATIENCE_MS;
  while (!(await look())) {
    if (world.nowMs() > over_ms) throw new Error(`${what}: not within 10 s`);
    await world.sleep(20);
  }
}
