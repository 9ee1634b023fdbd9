import type { Params, Statement } from '#contracts';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world } from '#lib/world';
import { findOfYear } from './receipt.store.ts';
import { groupsOf, sumsOf } from './statement.rules.ts';

// In one answer, and in one PDF of some 180 pages: 3 s of one core, a few ms at a time.
const LONGEST = 10_000;

/** The caller's statement of a year. Throws STATEMENT_TOO_LONG. */
export async function statementOf(
  service: Service,
  ctx: Ctx<Params<'receipts.statement'>>,
): Promise<Statement> {
  const { year } = ctx.params;
  const { user_id } = ctx.meta.caller!;
  const [{ name, email: address }, receipts] = await Promise.all([
    ctx.call('users.get', { user_id }),
    findOfYear(service.db, { donor_id: user_id, year, limit: LONGEST + 1 }),
  ]);
  if (receipts.length > LONGEST) throw fail('STATEMENT_TOO_LONG', { year, most: LONGEST });
  const groups = groupsOf(receipts);
  return { year, donor: { name, address }, created_at: world.now(), groups, sums: sumsOf(groups) };
}
