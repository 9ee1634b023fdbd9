// The fields that moleculer-web adds to Node's requests, as far as the gateway reads them.
import type { Meta } from '#lib/service';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from './identity.ts';

export interface CallContext {
  meta: Meta;
}

export interface Alias {
  action: string | null;
  method: string;
  fullPath: string;
}

/** A request whose client may wait until it is told to send the body (Expect: 100-continue). */
export interface Incoming extends IncomingMessage {
  invite?: () => void;
}

export interface Request extends Incoming {
  url: string;
  /** GET for a HEAD as well. */
  method: string;
  isHead?: boolean;
  /** The client's X-Request-Id or our own. */
  id: string;
  /** Whether the limits have counted it. */
  isCounted?: boolean;
  originalUrl?: string;
  /** The text after `?`, not parsed. */
  query: string;
  /** Whose token it came with. */
  $identity?: Identity;
  $alias?: Alias;
  /** From moleculer-web: the fields of the path; from `admit` on: the params of the action. */
  $params: Record<string, unknown>;
  /** The call of moleculer-web itself, with what `admit` has found. */
  $ctx: CallContext;
}

export type Response = ServerResponse;

/** Writes a whole response: one head and one body, in one packet. */
export function send(
  res: Response,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  // The client left, or was answered already.
  if (res.headersSent || res.destroyed) return;
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  res.end(body);
}

/** The content type of a browser's form. */
export const FORM = 'application/x-www-form-urlencoded';
