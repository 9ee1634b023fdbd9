// Where a pledge came from, kept beside it: payments that are declined are counted by that.
import { type CommandContext, type Decision } from '#mixins/actors/decision';
import { create, type Wish } from './pledge.rules.ts';
import type { PledgeMessage, PledgeState } from './pledge-state.rules.ts';

/** Creates a pledge; `origin` is null where nobody counts. */
export function createFrom(
  none: PledgeState | undefined,
  { origin, ...wish }: Wish & { origin: string | null },
  context: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const decision = create(none, wish, context);
  if (origin === null) return decision;
  return decision.recording('pledge_origins', { pledge_id: context.key, origin, created_at: context.now });
}
