// What somebody on the bus may say of who calls, without the secret of the nodes.
import { signCaller } from '#lib/signed-caller';
import { aCaller } from '#test/callers';
import { createHash, createHmac } from 'node:crypto';

type Forgeries = [what: string, signed: unknown][];

/** Each imitates `signed`, which a gateway has signed with `secret`, and asks for more, or for longer. */
export function callerForgeries(secret: string, signed: string): Forgeries {
  const mac = signed.slice(0, signed.indexOf(' '));
  const text = signed.slice(signed.indexOf(' ') + 1);
  const [at = '', user_id = ''] = text.split(' ');
  const macOf = (of: string, key: string | Buffer = secret, digest = 'sha256') =>
    createHmac(digest, key).update(of).digest('base64url');
  const aged = (ms: number) => text.replace(at, String(Number(at) + ms));
  const admin = signCaller('a secret of their own', aCaller('admin'));
  const other = signCaller(secret, aCaller());
  const bytes = Buffer.from(mac, 'base64url');
  return [
    ['nothing', ''],
    ['a blank', ' '],
    ['a word', 'admin'],
    ['an admin by name', `${user_id} ops:retry,roles:manage`],
    ['no signature', text],
    ['an empty signature', ` ${text}`],
    ['a signature alone', mac],
    ['a signature of nothing', `${mac} `],
    ['letters for a signature', `${'A'.repeat(43)} ${text}`],
    ['zeros for a signature', `${'0'.repeat(43)} ${text}`],
    ['a signature without its first letter', signed.slice(1)],
    ['a signature without its last letter', `${mac.slice(0, -1)} ${text}`],
    ['a signature with a letter more', `${mac}A ${text}`],
    ['a signature twice', `${mac}${mac} ${text}`],
    ['a signature in capitals', `${mac.toUpperCase()} ${text}`],
    ['a signature with padding', `${mac}= ${text}`],
    ['a signature in hex', `${bytes.toString('hex')} ${text}`],
    ['a signature in another spelling of its bytes', `${respelt(mac)} ${text}`],
    ['a signature turned round', `${[...mac].reverse().join('')} ${text}`],
    ['the signature of another caller', `${other.split(' ')[0]} ${text}`],
    ['another secret', `${macOf(text, 'another')} ${text}`],
    ['no secret', `${macOf(text, '')} ${text}`],
    ['a secret that begins alike', `${macOf(text, secret.slice(0, -1))} ${text}`],
    ['a secret with a letter more', `${macOf(text, `${secret}x`)} ${text}`],
    ['the secret in hex', `${macOf(text, Buffer.from(secret).toString('hex'))} ${text}`],
    ['another digest', `${macOf(text, secret, 'sha512')} ${text}`],
    ['a shorter digest', `${macOf(text, secret, 'sha1')} ${text}`],
    [
      'a digest of secret and text',
      `${createHash('sha256')
        .update(secret + text)
        .digest('base64url')} ${text}`,
    ],
    ['a digest without a secret', `${createHash('sha256').update(text).digest('base64url')} ${text}`],
    ['an admin by a secret of their own', admin],
    ['an admin under the old signature', `${mac} ${admin.slice(admin.indexOf(' ') + 1)}`],
    ['more permissions', `${signed},ops:retry`],
    ['another permission', `${signed} ops:retry`],
    ['another resource', `${signed} campaign:1=campaigns:manage`],
    ['a resource before the permissions', signed.replace(user_id, `${user_id} campaign:1=campaigns:manage`)],
    ['fewer permissions', signed.slice(0, signed.lastIndexOf(','))],
    ['another user', signed.replace(user_id, '0198c0de-0000-7000-8000-000000000000')],
    ['the user in capitals', signed.replace(user_id, user_id.toUpperCase())],
    ['no user', signed.replace(user_id, '')],
    ['two blanks', signed.replace(' ', '  ')],
    ['a tab', signed.replace(' ', '\t')],
    ['a blank before it', ` ${signed}`],
    ['a blank behind it', `${signed} `],
    ['a line break behind it', `${signed}\n`],
    ['NUL behind it', `${signed}\0`],
    ['two in one', `${signed} ${signed}`],
    ['a time of later, under the old signature', `${mac} ${aged(1000)}`],
    ['older than a minute', `${macOf(aged(-61_000))} ${aged(-61_000)}`],
    ['a minute ahead', `${macOf(aged(61_000))} ${aged(61_000)}`],
    ...['now', '', 'NaN', 'Infinity', '-Infinity', '1e400', '0x7fffffff'].map((time): [string, string] => {
      const timed = text.replace(at, time);
      return [`the time ${JSON.stringify(time)}`, `${macOf(timed)} ${timed}`];
    }),
    ['null', null],
    ['a number', 1],
    ['true', true],
    ['a list of it', [signed]],
    ['an object', { user_id, permissions: ['ops:retry'] }],
    ['an object that says what it is', { toString: signed, length: signed.length }],
    ['its bytes', Buffer.from(signed)],
  ];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 32 bytes are 43 letters, whose last has two bits to spare. */
const respelt = (mac: string) => mac.slice(0, -1) + LETTERS[LETTERS.indexOf(mac.at(-1)!) + 1]!;
