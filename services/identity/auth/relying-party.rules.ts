/** Whom passkeys are for (WebAuthn: RP ID), and where their pages are. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * The relying party of a platform at `public_url`; null where browsers have no passkeys: at bare addresses, and without TLS
 * except on one's own machine. What listens on a machine's own address is `localhost` to its browsers.
 */
export function relyingPartyOf(public_url: string): RelyingParty | null {
  const url = new URL(public_url);
  if (LOOPBACK.test(url.hostname)) url.hostname = 'localhost';
  const { hostname, protocol, origin } = url;
  if (ADDRESS.test(hostname)) return null;
  return protocol === 'https:' || LOCAL.test(hostname) ? { id: hostname, origin } : null;
}

// As URL writes them.
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\])$/;
const ADDRESS = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;
const LOCAL = /^(.+\.)?localhost$/;
