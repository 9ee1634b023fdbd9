// Tokens that nobody may come in with: forged without the key, or signed by it as auth never would.
import { world } from '#lib/world';
import {
  ECDH,
  createHmac,
  generateKeyPairSync,
  sign,
  type KeyObject,
  type SignKeyObjectInput,
} from 'node:crypto';

export const platformKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const KEY_ID = 'a-key-of-the-platform';

const attackers = {
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  k256: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed25519: generateKeyPairSync('ed25519'),
};

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const HEADER = { alg: 'ES256', typ: 'JWT', kid: KEY_ID };
const ours = { key: platformKeys.privateKey, dsaEncoding: 'ieee-p1363' } as const;

/** Signed as auth signs, whatever the header says. */
export const sealed = (header: unknown, payload: unknown): string =>
  by('sha256', ours)(`${part(header)}.${part(payload)}`);

const by =
  (digest: string | null, key: KeyObject | SignKeyObjectInput) =>
  (text: string): string =>
    `${text}.${sign(digest, Buffer.from(text), key).toString('base64url')}`;

/** What auth says of somebody who has just signed in. */
export const claimsOf = (user_id: string): Record<string, unknown> => {
  const iat = world.nowMs() / 1000;
  return {
    iss: 'commonweal',
    aud: 'commonweal',
    sub: user_id,
    sid: world.newId(),
    jti: 'j',
    iat,
    exp: iat + 900,
  };
};

type Forgeries = [what: string, token: string][];

/** Without the platform's private key: by its public one, by keys of the attacker, or by none. */
export function forgedWithoutTheKey(user_id: string): Forgeries {
  const payload = part(claimsOf(user_id));
  const genuine = sealed(HEADER, claimsOf(user_id));
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const withHeader = (more: object) => `${part({ ...HEADER, ...more })}.${payload}`;
  const attacker = attackers.p256.publicKey.export({ format: 'jwk' });
  const byAttacker = (more: object) =>
    by('sha256', { key: attackers.p256.privateKey, dsaEncoding: 'ieee-p1363' })(withHeader(more));
  const p1363 = (key: KeyObject): SignKeyObjectInput => ({ key, dsaEncoding: 'ieee-p1363' });
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
  const withSignature = (bytes: Buffer) => `${head}.${body}.${bytes.toString('base64url')}`;
  return [
    ...['none', 'None', 'NONE', 'nOnE', 'none ', ''].map((alg): [string, string] => [
      `alg ${JSON.stringify(alg)}`,
      `${withHeader({ alg })}.`,
    ]),
    ['alg none with the signature of another token', `${withHeader({ alg: 'none' })}.${signature}`],
    ['no alg', `${part({ typ: 'JWT', kid: KEY_ID })}.${payload}.${signature}`],
    ['alg as a list', `${withHeader({ alg: ['ES256'] })}.${signature}`],
    ...secrets().flatMap(([name, secret]): Forgeries => {
      const mac = (alg: string, text: string) =>
        `${text}.${createHmac(`sha${alg.slice(2)}`, secret)
          .update(text)
          .digest('base64url')}`;
      return [
        [`HS256 with ${name} as its secret`, mac('HS256', withHeader({ alg: 'HS256' }))],
        [`HS512 with ${name} as its secret`, mac('HS512', withHeader({ alg: 'HS512' }))],
        [`HS256 with ${name}, under the name of ES256`, mac('HS256', withHeader({}))],
      ];
    }),
    ['RS256 by a key of its own', by('sha256', attackers.rsa.privateKey)(withHeader({ alg: 'RS256' }))],
    ['PS256 by a key of its own', by('sha256', pss())(withHeader({ alg: 'PS256' }))],
    ['RS256 under the name of ES256', by('sha256', attackers.rsa.privateKey)(withHeader({}))],
    [
      'ES384 by a key of its own',
      by('sha384', p1363(attackers.p384.privateKey))(withHeader({ alg: 'ES384' })),
    ],
    ['P-384 under the name of ES256', by('sha256', p1363(attackers.p384.privateKey))(withHeader({}))],
    ['secp256k1 under the name of ES256', by('sha256', p1363(attackers.k256.privateKey))(withHeader({}))],
    [
      'ES256K by a key of its own',
      by('sha256', p1363(attackers.k256.privateKey))(withHeader({ alg: 'ES256K' })),
    ],
    ['EdDSA by a key of its own', by(null, attackers.ed25519.privateKey)(withHeader({ alg: 'EdDSA' }))],
    ['ES256 by another key under our key id', byAttacker({})],
    ['a key of its own as jwk', byAttacker({ jwk: attacker })],
    ['a key of its own as jwk under its own key id', byAttacker({ kid: 'theirs', jwk: attacker })],
    ['keys of its own at a jku', byAttacker({ jku: 'https://evil.example/jwks.json' })],
    ['a certificate of its own at an x5u', byAttacker({ x5u: 'https://evil.example/cert.pem' })],
    ['a certificate of its own as x5c', byAttacker({ x5c: [part('certificate')] })],
    ...KEY_IDS.map(([name, kid]): [string, string] => [`a key id that is ${name}`, byAttacker({ kid })]),
    ['a key id that is missing', byAttacker({ kid: undefined })],
    ['a signature that is missing', `${head}.${body}.`],
    ['no third part', `${head}.${body}`],
    ['a signature cut short', `${head}.${body}.${signature.slice(0, -4)}`],
    ['a signature with more behind it', `${head}.${body}.${signature}AAAA`],
    ['a signature of zeros (CVE-2022-21449)', withSignature(Buffer.alloc(64))],
    ['r = 0', withSignature(Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 1)]))],
    ['s = 0', withSignature(Buffer.concat([Buffer.alloc(32, 1), Buffer.alloc(32)]))],
    ['r and s of the order of the curve', withSignature(Buffer.concat([order, order]))],
    ['a signature of ones', withSignature(Buffer.alloc(64, 0xff))],
    ['a signature in DER', by('sha256', platformKeys.privateKey)(`${head}.${body}`)],
    ['the signature of another token of the platform', `${head}.${payload}.${signature}`],
    [
      'another user under the signature of a token',
      `${head}.${part({ ...claimsOf(user_id), sub: world.newId() })}.${signature}`,
    ],
    ['the parts in another order', `${body}.${head}.${signature}`],
    ['a part of a token, twice', `${head}.${head}.${signature}`],
    ['a fourth part', `${genuine}.${signature}`],
    [
      'five parts, as encrypted ones have (JWE)',
      `${part({ alg: 'dir', enc: 'A256GCM' })}..${body}.${body}.${head}`,
    ],
    ['bytes that are no JSON', `${part('{')}.${payload}.${signature}`],
    ['nothing but dots', '..'],
    ['nothing', ''],
  ];
}

const pss = () => ({ key: attackers.rsa.privateKey, padding: 6, saltLength: 32 });

/** The public key in all the forms that a library might take for a shared secret. */
function secrets(): [string, string | Buffer][] {
  const key = platformKeys.publicKey;
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const pem = key.export({ type: 'spki', format: 'pem' }) as string;
  return [
    ['the public key in PEM', pem],
    ['the public key in PEM without its last line break', pem.trimEnd()],
    ['the public key in DER', key.export({ type: 'spki', format: 'der' })],
    ['the public key as JWK', JSON.stringify(key.export({ format: 'jwk' }))],
    ['the point of the public key', point],
    ['its compressed point', ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed')],
    ['an empty text', ''],
  ];
}

const KEY_IDS: [string, unknown][] = [
  ['a path', '../../../../dev/null'],
  ['SQL', "x' union select 'AA' -- "],
  ['a command', '| id'],
  ['empty', ''],
  ['null', null],
  ['a number', 0],
  ['a list', [KEY_ID]],
  ['an object', { toString: KEY_ID }],
  ['a field of every object', '__proto__'],
  ['a method of every object', 'constructor'],
  ['ours with NUL behind it', `${KEY_ID}\0`],
  ['ours in capitals', KEY_ID.toUpperCase()],
  ['6 kB long', 'k'.repeat(6000)],
];

/** By the platform's own key, but as auth never writes them: if it ever signed one, it would open nothing. */
export function signedAsNeverByAuth(user_id: string): Forgeries {
  const claims = claimsOf(user_id);
  const now_s = Math.floor(world.nowMs() / 1000);
  const saying = (more: object) => sealed(HEADER, { ...claims, ...more });
  const under = (more: object) => sealed({ ...HEADER, ...more }, claims);
  const twice = (json: string, key: string, value: unknown) =>
    json.replace('{', `{${JSON.stringify(key)}:${JSON.stringify(value)},`);
  const json = JSON.stringify(claims);
  const canonical = sealed(HEADER, claims);
  // 64 bytes are 86 letters, whose last has four bits to spare.
  const spare = canonical.slice(0, -1) + nextLetter(canonical.at(-1)!);
  return [
    ['a crit that nobody understands', under({ crit: ['x'], x: 1 })],
    ['an empty crit', under({ crit: [] })],
    ['b64 false', under({ b64: false, crit: ['b64'] })],
    ['a compressed payload', under({ zip: 'DEF' })],
    ['a token in a token', sealed({ ...HEADER, cty: 'JWT' }, canonical)],
    ['a jku beside our key id', under({ jku: 'https://evil.example/jwks.json' })],
    ['another type', under({ typ: 'at+jwt' })],
    ['no type', under({ typ: undefined })],
    ['a header field twice', sealed(twice(JSON.stringify(HEADER), 'kid', 'b'), claims)],
    ['a claim twice', sealed(HEADER, twice(json, 'sub', world.newId()))],
    ['a payload that is a text', sealed(HEADER, 'text')],
    ['a payload that is a list', sealed(HEADER, [claims])],
    ['a payload that is null', sealed(HEADER, 'null')],
    ...['iss', 'aud', 'sub', 'sid', 'iat', 'exp'].map((claim): [string, string] => [
      `no ${claim}`,
      saying({ [claim]: undefined }),
    ]),
    ...MISTAKES.map(([claim, value]): [string, string] => [
      `${claim} ${JSON.stringify(value)}`,
      saying({ [claim]: value }),
    ]),
    ['exp of a moment ago', saying({ iat: now_s - 900, exp: now_s })],
    ['exp of a day later: it would outlive its revocation', saying({ exp: now_s + 86_400 })],
    ['exp as text', saying({ exp: String(now_s + 600) })],
    ['iat of tomorrow: before no revocation', saying({ iat: now_s + 86_400, exp: now_s + 87_000 })],
    ['iat as text', saying({ iat: String(now_s) })],
    ['nbf of later', saying({ nbf: now_s + 600 })],
    ['nbf as text', saying({ nbf: 'now' })],
    ['a signature in another spelling of its bytes', spare],
    ['padding', `${canonical}==`],
    ['a header with white space in it', `${canonical.slice(0, 9)}\t${canonical.slice(9)}`],
  ];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const nextLetter = (letter: string) => LETTERS[LETTERS.indexOf(letter) + 1]!;

const MISTAKES: [claim: string, value: unknown][] = [
  ['iss', 'Commonweal'],
  ['iss', ['commonweal']],
  ['iss', 'https://commonweal'],
  ['iss', null],
  ['aud', 'Commonweal'],
  ['aud', ['commonweal']],
  ['aud', ['elsewhere', 'commonweal']],
  ['aud', ''],
  ['sub', ''],
  ['sub', 1],
  ['sub', ['0198c0de-0000-7000-8000-000000000000']],
  ['sub', { id: '0198c0de-0000-7000-8000-000000000000' }],
  ['sub', 'a b ops:retry'],
  ['sid', ''],
  ['sid', 1],
  ['sid', 'a roles:manage'],
  ['exp', -1],
  ['exp', 0],
  ['exp', 1e300],
  ['exp', true],
  ['exp', [4102444800]],
  ['iat', -1],
  ['iat', 1e300],
  ['iat', null],
];
