// Answers to what is no request: Node's parser refuses it before there is one to answer.
import { errors, type ErrorCode } from '#contracts';
import { world } from '#lib/world';
import { STATUS_CODES } from 'node:http';
import { problemDocument } from './problems.ts';

/** A whole answer, as it is written into a connection that is closed then; to HEAD, without its body. */
export function rawProblem(
  public_url: string,
  code: ErrorCode,
  headers: readonly (readonly [string, string])[],
  isHead: boolean,
): string {
  const { status } = errors[code];
  const request_id = world.newId();
  const body = JSON.stringify(problemDocument(public_url, code, request_id));
  const all = [
    ...headers,
    ['x-request-id', request_id],
    ['content-type', 'application/problem+json'],
    ['content-length', String(Buffer.byteLength(body))],
    ['date', new Date(world.nowMs()).toUTCString()],
    ['connection', 'close'],
  ];
  const lines = all.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${isHead ? '' : body}`;
}

/** Whether what can't be read began as a HEAD: its answer has no body (RFC 9110, 9.3.2). */
export const isOfHead = ({ rawPacket }: { rawPacket?: Buffer }): boolean =>
  rawPacket?.subarray(0, 5).toString('latin1') === 'HEAD ';

/** What was wrong, by the error of Node's server. */
export function refusalOf({ code, rawPacket }: { code?: string; rawPacket?: Buffer }): ErrorCode {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'REQUEST_TOO_SLOW';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 'BODY_TOO_LARGE';
    case 'HPE_HEADER_OVERFLOW':
      return rawPacket && LONG_TARGET.test(rawPacket.toString('latin1'))
        ? 'URI_TOO_LONG'
        : 'HEADERS_TOO_LARGE';
    default:
      return 'REQUEST_MALFORMED';
  }
}

// Its first line alone is longer than all headers may be.
const LONG_TARGET = /^[A-Z]+ [^ \r\n]{16000}/;
