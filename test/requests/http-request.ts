// A request as it goes over the wire, and what came back.
import { once } from 'node:events';
import { Agent, request as open, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { DrawnRequest, RequestParts } from './drawn-request.ts';

export interface HttpRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Writes a request whose values are all known. */
export function written(
  { operation, method, type, parts }: DrawnRequest,
  token: string | undefined,
): HttpRequest {
  const path = operation.path.replaceAll(/\{([\w]+)\}/g, (_, name: string) => encoded(parts.path[name]));
  const query = pairs(parts.query);
  const body = bodyOf(parts, type);
  const headers: Record<string, unknown> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && type !== undefined && { 'content-type': type }),
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    ...parts.headers,
  };
  return {
    method,
    target: query === '' ? path : `${path}?${query}`,
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, headerText(value)]),
    ),
    body,
  };
}

function bodyOf({ body }: RequestParts, type: string | undefined): string | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return type?.includes('form') ? pairs(body as object) : JSON.stringify(body);
}

/** A list is a name as often as it has values. */
const pairs = (fields: object) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((each) => `${encoded(name)}=${encoded(each)}`))
    .join('&');

/** What is left out of a path leaves nothing. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

// Half a surrogate pair has no UTF-8: its bytes are sent as some programs write them.
const encoded = (value: unknown) =>
  [...textOf(value)].map((char) => (char.isWellFormed() ? encodeURIComponent(char) : '%ED%A0%80')).join('');

/** What a header can carry of a value. */
const headerText = (value: unknown) => textOf(value).replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '');

/** Sends requests over kept connections. */
export function sender(url: string) {
  const agent = new Agent({ keepAlive: true });
  return {
    /** Rejects where no answer came. Of a stream, what comes first is its body. */
    async send({ method, target, headers, body }: HttpRequest): Promise<HttpAnswer> {
      const request = open(new URL(url), { agent, method, path: target, headers });
      request.setTimeout(ANSWERED_MS, () => request.destroy(new Error('no answer within a minute')));
      // A connection may break once the answer is there.
      request.on('error', () => {});
      request.end(body);
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      return read(answer);
    },
    close: () => agent.destroy(),
  };
}

const ANSWERED_MS = 60_000;

async function read(answer: IncomingMessage): Promise<HttpAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const isStream = headers['content-type'] === 'text/event-stream';
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    if (isStream) break;
  }
  return { status, headers, body: Buffer.concat(chunks).toString() };
}
