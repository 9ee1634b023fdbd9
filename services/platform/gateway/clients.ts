// Where a request comes from. Behind proxies the connection is theirs, and X-Forwarded-For tells the client's address.
import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { networkOf } from './headers.ts';

export interface ClientAddress {
  /** What limits go by: of IPv6 the network. */
  address: string;
  ip: string;
}

type Asking = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

/**
 * Reads where requests come from. Each trusted proxy appends whom it was asked by: what stands left of that, a client may have
 * written itself. Where the list is too short, or what it has there is no address, the connection counts.
 */
export function clientReader(trusted_proxies: number, warn: (message: string) => void) {
  let hasWarned = trusted_proxies > 0;
  return ({ headers, socket }: Asking): ClientAddress => {
    const forwarded = headers['x-forwarded-for'];
    if (forwarded !== undefined && !hasWarned) {
      hasWarned = true;
      warn(UNTRUSTED);
    }
    const list = trusted_proxies > 0 ? String(forwarded ?? '').split(',') : [];
    const told = addressIn(list.at(-trusted_proxies) ?? '');
    const ip = told ?? addressIn(socket.remoteAddress ?? '') ?? '';
    return { address: networkOf(ip), ip };
  };
}

const UNTRUSTED =
  'A request came with X-Forwarded-For, which is ignored. If a proxy stands before the platform, set TRUSTED_PROXIES: ' +
  'else all clients share the limits of its address.';

/** An address in one notation, also where a port, brackets or a zone are around it; undefined where it is none. */
function addressIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIP(bare) === 6) return new URL(`http://[${bare}]`).hostname.slice(1, -1);
  return isIP(bare) === 4 ? bare : undefined;
}
