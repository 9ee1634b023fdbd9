// What WebAuthn asks of a server, by @simplewebauthn/server.
import type { PasskeyRequest, Result } from '#contracts';
import type {
  AuthenticationResponse,
  CreationOptions,
  RegistrationResponse,
  RequestOptions,
} from '#contracts/identity/passkey.shapes';
import { settingsOf } from '#lib/broker';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { addMs, world } from '#lib/world';
import {
  insertChallenge,
  type ChallengePurpose,
  type StoredChallenge,
  type StoredPasskey,
} from './passkey.store.ts';
import { relyingPartyOf, type RelyingParty } from './relying-party.rules.ts';

/** How long a challenge may be answered. */
export const CHALLENGE_MS = 5 * 60_000;

// Loaded when first needed: it takes half a second of a core, a quarter of a whole start.
const webauthn = () => import('@simplewebauthn/server');

export const partyOf = ({ broker }: Service): RelyingParty | null =>
  relyingPartyOf(settingsOf(broker).public_url);

/** Throws PASSKEYS_UNAVAILABLE where browsers keep none for this platform's address. */
export function needParty(service: Service): RelyingParty {
  const party = partyOf(service);
  if (!party) throw fail('PASSKEYS_UNAVAILABLE');
  return party;
}

/** WebAuthn's name for a user: the 16 bytes of their id, which say nothing of them (WebAuthn, 14.6.1). */
export const handleOf = (user_id: string): string =>
  Buffer.from(user_id.replaceAll('-', ''), 'hex').toString('base64url');

/** The options with which a browser makes a passkey, beside those that the user has. */
export async function creationRequest(
  db: Database,
  party: RelyingParty,
  { user_id, email }: { user_id: string; email: string },
  known: readonly StoredPasskey[],
): Promise<Result<'auth.request_passkey'>> {
  const challenge = await newChallenge(db, 'add', user_id);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Commonweal',
    rpID: party.id,
    userID: bytesOf(handleOf(user_id)),
    userName: email,
    userDisplayName: email,
    challenge: bytesOf(challenge.challenge),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: known.map(descriptorOf),
    // A key that can't keep it is a second factor all the same.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { ...told(challenge), options: options as CreationOptions };
}

/** The options with which a browser uses one of these passkeys; without them, any that it has for this platform. */
export async function passkeyRequest(
  db: Database,
  party: RelyingParty,
  purpose: ChallengePurpose,
  of?: { user_id: string; passkeys: readonly StoredPasskey[] },
): Promise<PasskeyRequest> {
  const challenge = await newChallenge(db, purpose, of?.user_id ?? null);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: bytesOf(challenge.challenge),
    timeout: CHALLENGE_MS,
    // Beside a password the key is enough; alone, the device must say that it is its owner.
    userVerification: of ? 'preferred' : 'required',
    ...(of && { allowCredentials: of.passkeys.map(descriptorOf) }),
  });
  return { ...told(challenge), options: options as RequestOptions };
}

/** The passkey that a browser has made; or, as a text, why its answer makes none. */
export async function readNewPasskey(
  party: RelyingParty,
  { challenge }: StoredChallenge,
  response: RegistrationResponse,
) {
  const { verifyRegistrationResponse } = await webauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as never,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    });
    if (!verified) return 'The attestation is not right';
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      synced: credentialDeviceType === 'multiDevice',
    };
  } catch (error) {
    return String((error as Error).message);
  }
}

/** What the use of a passkey shows; undefined where its answer is not right, for whatever reason. */
export async function readUse(
  party: RelyingParty,
  { challenge }: StoredChallenge,
  { credential_id, public_key, counter, user_id }: StoredPasskey,
  response: AuthenticationResponse,
): Promise<{ counter: number; synced: boolean; is_verified: boolean } | undefined> {
  const { userHandle } = response.response;
  if (userHandle && userHandle !== handleOf(user_id)) return undefined;
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as never,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: credential_id, publicKey: Uint8Array.from(public_key), counter },
      requireUserVerification: false,
    });
    const { newCounter, credentialDeviceType, userVerified } = authenticationInfo;
    if (!verified) return undefined;
    return { counter: newCounter, synced: credentialDeviceType === 'multiDevice', is_verified: userVerified };
  } catch {
    return undefined;
  }
}

async function newChallenge(db: Database, purpose: ChallengePurpose, user_id: string | null) {
  const id = world.newId();
  const expires_at = addMs(world.now(), CHALLENGE_MS);
  const challenge = { id, challenge: world.newSecret(32), purpose, user_id, expires_at };
  await insertChallenge(db, challenge);
  return challenge;
}

const told = ({ id, expires_at }: StoredChallenge) => ({ challenge_id: id, expires_at });

const descriptorOf = ({ credential_id, transports }: StoredPasskey) => ({ id: credential_id, transports });

const bytesOf = (base64url: string) => Uint8Array.from(Buffer.from(base64url, 'base64url'));
