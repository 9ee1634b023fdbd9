// A device that keeps passkeys, in software (WebAuthn, level 3): it signs what a test wants, honest or not.
import type { Result } from '#contracts';
import type { AuthenticationResponse, RegistrationResponse } from '#contracts/identity/passkey.shapes';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What the device, or the page in front of it, does in its own way. */
export interface Ways {
  /** Of the page. */
  origin?: string;
  rp_id?: string;
  challenge?: string;
  type?: string;
  /** Whether it has checked who is there; else only that somebody is. */
  verifies?: boolean;
  present?: boolean;
  /** The number of its signatures so far; 0 for a device that keeps none. */
  counter?: number;
  /** Whose passkey it claims that this is. */
  handle?: string | null;
  synced?: boolean;
}

/** How a device or a page may lie. */
export const lies: [string, Ways][] = [
  ['a page of another origin', { origin: 'https://evil.example' }],
  ['the right host over another port', { origin: 'http://localhost:9' }],
  ['another relying party', { rp_id: 'evil.example' }],
  ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
  ['an answer of another kind', { type: 'payment.get' }],
  ['nobody at the device', { present: false, verifies: false }],
];

/** A device with one passkey, at the page of `party`. */
export function authenticator(party: { id: string; origin: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential_id = randomBytes(32);
  const id = credential_id.toString('base64url');
  let handle: string | null = null;
  let count = 0;

  const clientData = (type: string, challenge: string, ways: Ways) =>
    Buffer.from(
      JSON.stringify({
        type: ways.type ?? type,
        challenge: ways.challenge ?? challenge,
        origin: ways.origin ?? party.origin,
        crossOrigin: false,
      }),
    );
  const answer = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };

  return {
    id,
    /** Answers the options of a registration. */
    create({ options }: Result<'auth.request_passkey'>, ways: Ways = {}): RegistrationResponse {
      handle = options.user.id;
      const attested = Buffer.concat([
        Buffer.alloc(16),
        uint16(credential_id.length),
        credential_id,
        cose(publicKey),
      ]);
      const data = Buffer.concat([head(ways, party.id, ways.counter ?? 0, ATTESTED), attested]);
      return {
        ...answer,
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, ways).toString('base64url'),
          attestationObject: attestation(data).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    /** Answers a challenge. */
    get({ options }: { options: { challenge: string } }, ways: Ways = {}): AuthenticationResponse {
      count += 1;
      const data = head(ways, party.id, ways.counter ?? count, 0);
      const clientDataJSON = clientData('webauthn.get', options.challenge, ways);
      const owner = ways.handle === undefined ? handle : ways.handle;
      return {
        ...answer,
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signed(Buffer.concat([data, sha256(clientDataJSON)]), privateKey),
          ...(owner !== null && { userHandle: owner }),
        },
      };
    },
  };
}

// Flags of authenticator data (WebAuthn, 6.1).
const PRESENT = 0x01;
const VERIFIED = 0x04;
const MAY_BE_SYNCED = 0x08;
const IS_SYNCED = 0x10;
const ATTESTED = 0x40;

function head(ways: Ways, rp_id: string, counter: number, more: number): Buffer {
  const { present = true, verifies = true, synced = false } = ways;
  const flags =
    (present ? PRESENT : 0) | (verifies ? VERIFIED : 0) | (synced ? MAY_BE_SYNCED | IS_SYNCED : 0) | more;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(ways.rp_id ?? rp_id)), Buffer.from([flags]), count]);
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an EC2 key on P-256 for ES256, in CBOR. */
function cose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ]);
}

/** {fmt: 'none', attStmt: {}, authData}, in CBOR. */
const attestation = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3, 0x63]),
    Buffer.from('fmt'),
    Buffer.from([0x64]),
    Buffer.from('none'),
    Buffer.from([0x67]),
    Buffer.from('attStmt'),
    Buffer.from([0xa0, 0x68]),
    Buffer.from('authData'),
    Buffer.from([0x58, data.length]),
    data,
  ]);

const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const signed = (bytes: Buffer, key: KeyObject) => sign('sha256', bytes, key).toString('base64url');
