// How access tokens are signed, and by which key.
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { addMs, world, type Instant } from '#lib/world';
import jwt from 'jsonwebtoken';
import { createPrivateKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import { seal, unseal } from './sealing.ts';
import { currentKey, isDue, nextKey, REREAD_MS, turnOf } from './signing-key.rules.ts';
import { addSigningKey, findSigningKeys, type PublicKey, type StoredKey } from './signing-key.store.ts';

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

/** Signs with the platform's current key. */
export async function signer(service: Service): Promise<Sign> {
  const { kid, key } = currentKey((await keysOf(service)).usable, world.now())!;
  return ({ user_id, login_session_id, amr }, at) =>
    // To the millisecond (RFC 7519 allows fractions): revocations compare it to when they happened.
    jwt.sign({ amr, sid: login_session_id, iat: Date.parse(at) / 1000 }, key, {
      algorithm: 'ES256',
      keyid: kid,
      issuer: 'commonweal',
      audience: 'commonweal',
      subject: user_id,
      jwtid: world.newId(),
      expiresIn: ACCESS_TOKEN_S,
    });
}

/** The keys by which valid tokens are signed, and will be. */
export const publicKeys = async (service: Service): Promise<PublicKey[]> => (await keysOf(service)).published;

/** Makes the next key, unless there is one, and returns it: it signs when every node and client knows it. */
export async function rotateKeys(service: Service): Promise<Pick<StoredKey, 'kid' | 'signs_at'>> {
  const at = world.now();
  const keys = await makeKey(service, at, (stored) => !nextKey(stored, at));
  return nextKey(keys, at) ?? keys.at(-1)!;
}

/** Makes the next key where the current one has signed for long enough, and the first where there is none. */
export async function rotateWhenDue(service: Service): Promise<void> {
  const at = world.now();
  const isWanted = (stored: StoredKey[]) => isDue(usable(service, stored), at);
  // Looked at again under the lock: another may have made it meanwhile.
  if (isWanted(await findSigningKeys(service.db))) await makeKey(service, at, isWanted);
}

async function makeKey(
  service: Service,
  at: Instant,
  isWanted: (stored: StoredKey[]) => boolean,
): Promise<StoredKey[]> {
  const keys = await addSigningKey(service.db, (stored) =>
    isWanted(stored) ? newKey(service, turnOf(usable(service, stored), at)) : undefined,
  );
  read.delete(service);
  return keys;
}

interface SigningKey extends Pick<StoredKey, 'kid' | 'created_at' | 'signs_at'> {
  key: KeyObject;
}

interface Keys {
  usable: SigningKey[];
  published: PublicKey[];
}

const read = new WeakMap<Service, { keys: Promise<Keys>; until: Instant }>();

/** Read once a minute on every node: a new key is published for longer before it signs. A failed read is retried. */
function keysOf(service: Service): Promise<Keys> {
  const known = read.get(service);
  if (known && known.until > world.now()) return known.keys;
  const keys = readKeys(service);
  read.set(service, { keys, until: addMs(world.now(), REREAD_MS) });
  keys.catch(() => read.delete(service));
  return keys;
}

async function readKeys(service: Service): Promise<Keys> {
  let stored = await findSigningKeys(service.db);
  // There is none yet, or the platform's secret is another than theirs: then the old ones only verify.
  const needsOne = (keys: StoredKey[]) => usable(service, keys).length === 0;
  if (needsOne(stored))
    stored = await addSigningKey(service.db, (keys) =>
      needsOne(keys) ? newKey(service, world.now()) : undefined,
    );
  return { usable: usable(service, stored), published: stored.map(({ public_jwk }) => public_jwk) };
}

/** Those whose private key the platform's secret opens. */
const usable = (service: Service, stored: StoredKey[]): SigningKey[] =>
  stored.flatMap(({ kid, created_at, signs_at, private_key }) => {
    const pem = unseal(bindingOf(service, kid), Buffer.from(private_key, 'base64url'));
    return pem === undefined ? [] : [{ kid, created_at, signs_at, key: createPrivateKey(pem) }];
  });

const bindingOf = ({ broker }: Service, name: string) => ({
  secret: settingsOf(broker).link_secret,
  purpose: 'signing keys',
  name,
});

function newKey(service: Service, signs_at: Instant): StoredKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const essence = { crv: 'P-256', kty: 'EC', x, y };
  // The key's thumbprint (RFC 7638): its SHA-256 over these fields in alphabetical order.
  const kid = hash('sha256', JSON.stringify(essence), 'base64url');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    kid,
    public_jwk: { ...essence, kid, use: 'sig', alg: 'ES256' },
    private_key: seal(bindingOf(service, kid), Buffer.from(pem)).toString('base64url'),
    created_at: world.now(),
    signs_at,
  };
}
