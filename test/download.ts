import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export interface Download {
  status: number;
  headers: IncomingHttpHeaders;
  /** What has arrived so far. */
  text(): string;
  ended: Promise<void>;
  /** Whether it was ended in order, not cut off. */
  isWhole(): boolean;
  leave(): void;
}

/** A file as it comes, on a connection of its own. */
export async function download(url: string, headers: OutgoingHttpHeaders): Promise<Download> {
  const request = get(url, { headers, agent: false });
  const [res] = (await once(request, 'response')) as [IncomingMessage];
  request.on('error', () => {}); // a cut
  let text = '';
  res.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  res.on('error', () => {}); // an end like any other
  return {
    status: res.statusCode!,
    headers: res.headers,
    text: () => text,
    ended: new Promise<void>((resolve) => res.once('close', resolve)),
    isWhole: () => res.complete,
    leave: () => void request.destroy(),
  };
}

/** A row of an export of the ledger. */
export const anEntry = (n: number, debit: string) => ({
  id: `entry ${n}`,
  kind: 'posted',
  debit,
  credit: 'b',
  amount: n,
  currency: 'EUR',
  at: '',
});
