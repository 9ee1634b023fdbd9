// Where a request comes from. Behind proxies the connection is theirs, and X-Forwarded-For tells the client's address.
import { BlockList, isIP } from 'node:net';
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
 * written itself. Where the list is too short, or what it has there is no address, the connection counts. `trusted` is how many
 * proxies there are, or their networks.
 */
export function clientReader(trusted: number | readonly string[], warn: (message: string) => void) {
  let hasWarned = trusted !== 0;
  const find = typeof trusted === 'number' ? behindSome(trusted) : behindThese(trusted);
  return ({ headers, socket }: Asking): ClientAddress => {
    const forwarded = headers['x-forwarded-for'];
    if (forwarded !== undefined && !hasWarned) {
      hasWarned = true;
      warn(UNTRUSTED);
    }
    const own = addressIn(socket.remoteAddress ?? '') ?? '';
    const ip = forwarded === undefined ? own : find(String(forwarded).split(','), own);
    return { address: networkOf(ip), ip };
  };
}

/** Finds a client's address in the header, where `own` is that of the connection. */
type Find = (forwarded: string[], own: string) => string;

const behindSome =
  (count: number): Find =>
  (forwarded, own) =>
    (count > 0 && addressIn(forwarded.at(-count) ?? '')) || own;

function behindThese(networks: readonly string[]): Find {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    trusted.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (forwarded, own) => {
    let found = own;
    while (forwarded.length > 0 && found !== '' && trusted.check(found, familyOf(found))) {
      const told = addressIn(forwarded.pop()!);
      if (told === undefined) break;
      found = told;
    }
    return found;
  };
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const UNTRUSTED =
  'A request came with X-Forwarded-For, which is ignored. If a proxy stands before the platform, set TRUSTED_PROXIES: ' +
  'else all clients share the limits of its address.';

/** An address in one notation, also where a port, brackets or a zone are around it; undefined where it is none. */
function addressIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIP(bare) === 6) return unmapped(new URL(`http://[${bare}]`).hostname.slice(1, -1));
  return isIP(bare) === 4 ? bare : undefined;
}

/** An IPv4 address that came as an IPv6 one (RFC 4291, 2.5.5.2) is that IPv4 address: else it would have two limits. */
function unmapped(address: string): string {
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const bytes = Buffer.from(high.padStart(4, '0') + low.padStart(4, '0'), 'hex');
  return bytes.join('.');
}
