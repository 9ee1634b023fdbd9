import type { MessageName, Payload } from '#contracts';
import type { Ask } from '../asking.ts';
import type { Email } from '../email.ts';

/** An e-mail that a message leads to. */
export interface Topic<N extends MessageName = MessageName> {
  message: N;
  /** Strangers can cause it, as often as they like: a mailbox gets only so many. What somebody's money caused is never dropped. */
  unsolicited: boolean;
  /** Called when it is sent; null: nobody needs to be told any more. */
  write(ask: Ask, payload: Payload<N>): Promise<Email | null>;
}

/** An e-mail about `message`. */
export const about = <N extends MessageName>(message: N, topic: Omit<Topic<N>, 'message'>): Topic => ({
  message,
  ...topic,
});
