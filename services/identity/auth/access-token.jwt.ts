// How access tokens are signed, and by which key.
import type { Pool } from '#lib/database';
import { world, type Instant } from '#lib/world';
import jwt from 'jsonwebtoken';
import { createPrivateKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import { findSigningKeys, insertFirstKey, type PublicKey, type StoredKey } from './signing-key.store.ts';

/** How long an access token is valid. */
export const ACCESS_TOKEN_S = 15 * 60;

/** The owner of a token. */
export interface Holder {
  user_id: string;
  login_session_id: string;
  /** How they signed in. */
  amr: readonly AuthenticationMethod[];
}

/** Creates an access token, an ES256 JWT. */
export type Sign = (holder: Holder, at: Instant) => string;

/** Signs with the platform's key, which is created if there is none yet. */
export async function signer(db: Pool): Promise<Sign> {
  const { kid, key } = await signingKey(db);
  return ({ user_id, login_session_id, amr }, at) =>
    jwt.sign({ amr, sid: login_session_id, iat: Math.floor(Date.parse(at) / 1000) }, key, {
      algorithm: 'ES256',
      keyid: kid,
      issuer: 'commonweal',
      audience: 'commonweal',
      subject: user_id,
      jwtid: world.newId(),
      expiresIn: ACCESS_TOKEN_S,
    });
}

/** The keys by which valid tokens may be signed. */
export async function publicKeys(db: Pool): Promise<PublicKey[]> {
  await signingKey(db);
  return (await findSigningKeys(db)).map(({ public_jwk }) => public_jwk);
}

interface SigningKey {
  kid: string;
  key: KeyObject;
}

const keys = new WeakMap<Pool, Promise<SigningKey>>();

/** Read once per node: the first key stays. A failed read is retried. */
function signingKey(db: Pool): Promise<SigningKey> {
  const known = keys.get(db);
  if (known) return known;
  const read = findOrMake(db);
  keys.set(db, read);
  read.catch(() => keys.delete(db));
  return read;
}

async function findOrMake(db: Pool): Promise<SigningKey> {
  const found = await findSigningKeys(db);
  const { kid, private_key } = (found.length > 0 ? found : await insertFirstKey(db, newKey())).at(-1)!;
  return { kid, key: createPrivateKey(private_key) };
}

function newKey(): StoredKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const essence = { crv: 'P-256', kty: 'EC', x, y };
  // The key's thumbprint (RFC 7638): its SHA-256 over these fields in alphabetical order.
  const kid = hash('sha256', JSON.stringify(essence), 'base64url');
  return {
    kid,
    public_jwk: { ...essence, kid, use: 'sig', alg: 'ES256' },
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    created_at: world.now(),
  };
}
