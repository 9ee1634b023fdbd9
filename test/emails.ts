// E-mails as their readers see them.
import type { Received } from '#test/smtp';

export interface ReadEmail {
  to: string;
  subject: string;
  text: string;
  fields: Map<string, string>;
}

/** An e-mail that nodemailer wrote, in plain text. */
export function readEmail({ to, data }: Received): ReadEmail {
  const [header = '', body = ''] = data.split(/\r\n\r\n(.*)/s);
  const lines = header.replace(/\r\n\s+/g, ' ').split('\r\n');
  const fields = new Map(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const encoding = fields.get('Content-Transfer-Encoding');
  const text = encoding === 'base64' ? Buffer.from(body, 'base64').toString() : quoted(body);
  return {
    to: to.join(),
    subject: words(fields.get('Subject') ?? ''),
    text: text.replaceAll('\r\n', '\n'),
    fields,
  };
}

/** RFC 2045, 6.7. */
const quoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

/** RFC 2047: one word after another. */
const words = (text: string) =>
  text
    .replace(/\?= =\?UTF-8\?Q\?/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) => quoted(word.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString());
