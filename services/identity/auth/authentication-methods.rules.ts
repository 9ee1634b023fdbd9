/** How somebody has shown who they are: the values of `amr` in tokens (RFC 8176). */
export type AuthenticationMethod = 'pwd' | 'otp' | 'hwk' | 'swk' | 'user' | 'mfa';

/** What the use of a passkey showed. */
export interface PasskeyUse {
  user_id: string;
  /** It is on more than one device. */
  synced: boolean;
  /** The device has checked that it is its owner: by a PIN, a finger or a face. */
  is_verified: boolean;
}

/** A key and its owner at it; where the device has checked the owner, that alone is two factors. */
export const methodsOf = ({ synced, is_verified }: PasskeyUse): AuthenticationMethod[] => [
  synced ? 'swk' : 'hwk',
  'user',
  ...(is_verified ? (['mfa'] as const) : []),
];
