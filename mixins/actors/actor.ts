import type { ErrorCode } from '#contracts';
import type { Caller } from '#lib/service';
import type { Instant } from '#lib/world';
import type { Ledger } from '#mixins/ledger/ledger';
import type { Rule } from './decision.ts';
import type { MailboxEntry } from './mailbox.ts';
import type { State, Store } from './store.ts';

/**
 * One kind of actor: what it is called, where they are kept, and what is said when there is none with a key. `ledger` is
 * what its decisions post transfers to.
 */
export interface Actor<S extends State> {
  name: string;
  store: Store<S>;
  missing: ErrorCode;
  ledger?: Ledger;
}

export const actor = <S extends State>(definition: Actor<S>): Actor<S> => definition;

/** A rule to be applied to one actor. With a `command_id` it is applied once, however often it comes. */
export interface Command<S> extends MailboxEntry {
  command_id: string | null;
  /** Of the input; null: it can't come again with another (a message). */
  input_hash: string | null;
  /** The action or message. */
  name: string;
  /** `new`: nobody else can know this key yet. `upsert`: there may be an actor, or none. */
  mode: 'new' | 'upsert' | 'existing';
  rule: Rule<S, never>;
  input: unknown;
  /** What is answered of the state that it led to; kept, where a caller may ask again. */
  reply: (state: S) => unknown;
  now: Instant;
  caller: Caller | undefined;
  /** Id of the request or message that led to this, and the user behind it, for what is published. */
  causation_id: string | null;
  user_id: string | null;
}
