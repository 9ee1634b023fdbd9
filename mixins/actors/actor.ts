import type { ErrorCode } from '#contracts';
import type { Caller } from '#lib/caller';
import type { Instant } from '#lib/world';
import type { Ledger } from '#mixins/ledger/ledger';
import type { Rule } from './decision.ts';
import type { MailboxEntry } from './mailbox.ts';
import type { State, Store } from './store.ts';

/** One kind of actor. Decisions post their transfers to `ledger`. */
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
  /** Of the input; null: the same command can't come with another input (a message). */
  input_hash: string | null;
  /** The action or message. */
  name: string;
  /** `new`: the key is fresh, no actor has it. `upsert`: the actor may exist. */
  mode: 'new' | 'upsert' | 'existing';
  /** The versions that the state may have; undefined: any. */
  if_match?: readonly number[] | undefined;
  rule: Rule<S, never>;
  input: unknown;
  /** The reply, made from the new state; stored where a caller may ask again. */
  reply: (state: S) => unknown;
  now: Instant;
  caller: Caller | undefined;
  /** Id of the request or message that led to this, and the user behind it: for published messages. */
  causation_id: string | null;
  user_id: string | null;
}
