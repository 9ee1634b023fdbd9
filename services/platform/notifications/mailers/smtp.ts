import { createTransport } from 'nodemailer';
import { mailOf, type Mailer, type Sender } from './mailer.ts';

// Who does not answer is given up before the 30 s are over for which a deadline is leased.
const PATIENCE = { dnsTimeout: 3000, connectionTimeout: 4000, greetingTimeout: 4000, socketTimeout: 8000 };

/** Sends by SMTP (RFC 5321), a connection each: over TLS where the URL is smtps:// or the server offers it. */
export function smtp(url: string, sender: Sender): Mailer {
  const transport = createTransport({ url, ...PATIENCE });
  return {
    send: (email) =>
      transport.sendMail(mailOf(email, sender)).then(
        () => null,
        (error: unknown) => refusalIn(error),
      ),
    close: () => transport.close(),
  };
}

/** It is kept and logged for longer than an e-mail is: whom it was to, nobody needs to read there. */
const withoutAddresses = (text: string) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…');

/**
 * What a server says of this e-mail for good: 5xx to its recipient or its text. Throws anything else as a failure of
 * its own, whose waits grow: to whoever asks again, a broken connection must not look like one to the database.
 */
function refusalIn(error: unknown): string {
  const failure = error as Error & { code?: string; responseCode?: number; response?: string };
  const { code, responseCode = 0, response = '', message } = failure;
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return withoutAddresses(response);
  throw new Error(`The mail server did not take it: ${withoutAddresses(message)}`, { cause: error });
}
