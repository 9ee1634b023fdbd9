// What browsers and the platform say to each other about passkeys: the JSON of WebAuthn, level 3 (5.1.8, 5.1.9).
// These objects are the browser's: it may add fields, so that they are open.
import { Type, type Static, type TProperties } from '@sinclair/typebox';
import { exactly, Id, Time } from '../define.ts';

const open = <P extends TProperties>(fields: P) => Type.Object(fields);
const base64url = (maxLength: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength, description: `base64url, at most ${maxLength}` });
const word = Type.String({ maxLength: 50 });

// 1023 bytes (WebAuthn, 4: Credential ID).
const CredentialId = base64url(1364);
const answer = {
  id: CredentialId,
  rawId: CredentialId,
  type: Type.Literal('public-key', { description: "'public-key'" }),
  authenticatorAttachment: Type.Optional(Type.Union([word, Type.Null()])),
  clientExtensionResults: Type.Record(Type.String(), Type.Unknown()),
};

/** What `navigator.credentials.create()` gave, by its `toJSON()`. */
export const RegistrationResponse = open({
  ...answer,
  response: open({
    clientDataJSON: base64url(4000),
    // With a chain of certificates of whoever made the device.
    attestationObject: base64url(30_000),
    transports: Type.Optional(Type.Array(word, { maxItems: 10 })),
  }),
});
export type RegistrationResponse = Static<typeof RegistrationResponse>;

/** What `navigator.credentials.get()` gave, by its `toJSON()`. */
export const AuthenticationResponse = open({
  ...answer,
  response: open({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(8000),
    userHandle: Type.Optional(Type.Union([base64url(100), Type.Null()])),
  }),
});
export type AuthenticationResponse = Static<typeof AuthenticationResponse>;

const Descriptor = open({
  id: Type.String(),
  type: Type.String(),
  transports: Type.Optional(Type.Array(word)),
});
const extensions = Type.Optional(Type.Record(Type.String(), Type.Unknown()));

/** For `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
export const CreationOptions = open({
  challenge: Type.String(),
  rp: open({ id: Type.String(), name: Type.String() }),
  user: open({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(open({ type: Type.String(), alg: Type.Integer() })),
  timeout: Type.Integer(),
  excludeCredentials: Type.Array(Descriptor),
  authenticatorSelection: open({ residentKey: Type.String(), userVerification: Type.String() }),
  attestation: Type.String(),
  extensions,
});
export type CreationOptions = Static<typeof CreationOptions>;

/** For `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
export const RequestOptions = open({
  challenge: Type.String(),
  rpId: Type.String(),
  allowCredentials: Type.Optional(Type.Array(Descriptor)),
  timeout: Type.Integer(),
  userVerification: Type.String(),
  extensions,
});
export type RequestOptions = Static<typeof RequestOptions>;

/** Options with the challenge's id, which the browser's answer must name. */
export const PasskeyRequest = exactly({ challenge_id: Id, options: RequestOptions, expires_at: Time });
export type PasskeyRequest = Static<typeof PasskeyRequest>;

/** A passkey's answer to a challenge. */
export const PasskeyProof = exactly({ challenge_id: Id, response: AuthenticationResponse });
export type PasskeyProof = Static<typeof PasskeyProof>;

/** What a login sends beside the password where the account asks for more. */
export const secondFactor = {
  otp: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'six digits of the authenticator app, or a recovery code',
    }),
  ),
  passkey: Type.Optional(PasskeyProof),
};

/** How somebody who is signed in shows again that it is they: as at a login, or by a passkey alone. */
export const proof = {
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  ...secondFactor,
};

/** What a proof, or a login, may be refused with. */
export const PROOF_ERRORS = [
  'CREDENTIALS_WRONG',
  'SECOND_FACTOR_REQUIRED',
  'SECOND_FACTOR_WRONG',
  'SECOND_FACTOR_TOO_OFTEN',
] as const;
