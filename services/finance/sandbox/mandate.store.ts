// The only file that knows how the sandbox keeps saved cards.
import type { SandboxMandate } from '#contracts';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import { actor, table } from '#mixins/actors';

const sandboxMandateStore = table<SandboxMandate>({
  name: 'sandbox_mandates',
  changing: ['charges', 'card'],
});

export const sandboxMandateActor = actor({
  name: 'sandbox mandate',
  store: sandboxMandateStore,
  missing: 'MANDATE_NOT_FOUND',
});

/** Throws MANDATE_NOT_FOUND. */
export async function mandateOf(db: Database, id: string): Promise<SandboxMandate> {
  const [mandate] = await sandboxMandateStore.load(db, [id], false);
  if (!mandate) throw fail('MANDATE_NOT_FOUND', { id });
  return mandate;
}
