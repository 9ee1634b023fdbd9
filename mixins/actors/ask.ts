import { defineMixin, type Service } from '#lib/service';
import { world } from '#lib/world';
import type { Actor, Command } from './actor.ts';
import { committer } from './committer.ts';
import type { Rule } from './decision.ts';
import { mailbox, type Mailbox } from './mailbox.ts';
import type { State } from './store.ts';

type Hosting = Service & { mailboxes: Map<string, Mailbox<Command<State>>> };

/** Gives each kind of actor its mailbox on this node. */
export const actors = (kinds: Actor<State>[]) =>
  defineMixin<Hosting>({
    created() {
      this.mailboxes = new Map(kinds.map((kind) => [kind.name, mailbox(committer(kind, this.db))]));
    },
  });

type Asked<S, R> = Omit<Command<S>, 'now' | 'reply' | 'resolve' | 'reject'> & { reply: (state: S) => R };

/** Puts a command into its actor's mailbox; resolves with the reply after the commit. */
export function ask<S extends State, R>(
  service: Service,
  { name }: Actor<S>,
  asked: Asked<S, R>,
): Promise<R> {
  const { mailboxes } = service as unknown as { mailboxes: Map<string, Mailbox<Command<S>>> };
  const box = mailboxes.get(name);
  if (!box) throw new Error(`The service '${service.name}' does not list the actor '${name}'`);
  return new Promise<R>((resolve, reject) => {
    box.put({ ...asked, now: world.now(), resolve, reject });
  });
}

/**
 * Applies a rule for the platform itself: there is no caller, and nobody reads a reply. With a `command_id` it is applied
 * once, however often it comes; without one, the rule must be harmless when it is applied again.
 */
export const apply = <S extends State, I>(
  service: Service,
  actor: Actor<S>,
  command: {
    name: string;
    key: string;
    rule: Rule<S, I>;
    input: I;
    command_id: string | null;
    causation_id?: string | null;
  },
): Promise<undefined> =>
  ask(service, actor, {
    causation_id: null,
    ...command,
    rule: command.rule,
    mode: 'existing',
    input_hash: null,
    caller: undefined,
    user_id: null,
    reply: () => undefined,
  });
