/** Whose mailbox, and what they are called. */
export interface Addressee {
  name: string;
  address: string;
}

/** What is written to whom, in plain text. */
export interface WrittenEmail {
  to: Addressee;
  subject: string;
  text: string;
  /** Beyond those of every e-mail. */
  headers?: Record<string, string>;
}

/** An e-mail that is to leave. Of two with the same id, programs for mail show one. */
export type OutgoingEmail = WrittenEmail & { id: string };
