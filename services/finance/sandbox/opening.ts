// The sandbox makes what the platform asks of it under the platform's own ids: the same id again is the same.
import type { SandboxMandate, SandboxPayment } from '#contracts';
import type { Service } from '#lib/service';
import { ask } from '#mixins/actors';
import type { Actor } from '#mixins/actors/actor';
import type { CreateRule } from '#mixins/actors/decision';

/** Applies a rule that makes it where it is not there. */
export const upsert = <S extends SandboxMandate | SandboxPayment, I>(
  service: Service,
  actor: Actor<S>,
  command: { name: string; key: string; rule: CreateRule<S, I>; input: I; causation_id: string | null },
): Promise<undefined> =>
  ask(service, actor, {
    ...command,
    rule: command.rule,
    mode: 'upsert',
    command_id: null,
    input_hash: null,
    caller: undefined,
    user_id: null,
    reply: () => undefined,
  });
