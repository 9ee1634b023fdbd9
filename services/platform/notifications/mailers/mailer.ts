import type { SendMailOptions } from 'nodemailer';
import type { OutgoingEmail } from '../email.ts';

/** What e-mails leave by. */
export interface Mailer {
  /**
   * Resolves once the e-mail is somebody else's to deliver: with null, or with what they said if they will never do so.
   * Throws when it may be tried again.
   */
  send(email: OutgoingEmail): Promise<string | null>;
  close(): void;
}

export interface Sender {
  /** The address that e-mails are from. */
  from: string;
  public_url: string;
}

/** An e-mail as nodemailer takes it. Addresses are objects, so that nothing in a name is read as a part of the header. */
export const mailOf = (
  { id, to, subject, text, headers }: OutgoingEmail,
  { from, public_url }: Sender,
): SendMailOptions => ({
  from: { name: 'Commonweal', address: from },
  to,
  subject,
  text,
  messageId: `<${id}@${new URL(public_url).hostname}>`,
  // RFC 3834: so that nobody's absence is answered to us.
  headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
