/** For one account: a browser is sent the ids of all, so that none is made twice. */
export const MOST_PASSKEYS = 20;

/** Whether its owner can still sign in: by a password, or by a passkey that has shown that it can alone. */
export const hasWayIn = (password_hash: string | null, passkeys: readonly { alone: boolean }[]): boolean =>
  password_hash !== null || passkeys.some(({ alone }) => alone);
