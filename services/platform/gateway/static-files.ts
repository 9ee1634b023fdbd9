// What stays the same as long as the gateway runs: compressed once, and sent again only to who does not have it.
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { send, type Request, type Response } from './http.ts';

export type StaticFile = ReturnType<typeof staticFile>;

/** A file of a media type. `load` is called at the first request for it; `headers` go with each answer. */
export function staticFile(
  type: string,
  load: () => Promise<Buffer | string>,
  headers: Record<string, string> = {},
) {
  let loaded: Promise<{ plain: Buffer; zipped: Buffer; etag: string }> | undefined;
  return { type, headers, content: () => (loaded ??= load().then(prepared)) };
}

async function prepared(content: Buffer | string) {
  const plain = Buffer.from(content);
  return {
    plain,
    zipped: await promisify(gzip)(plain),
    etag: hash('sha256', plain, 'base64url').slice(0, 22),
  };
}

/** Answers with the file, or with 304 to a client that has it. Throws what loading it throws. */
export async function sendStaticFile(req: Request, res: Response, file: StaticFile): Promise<void> {
  const { plain, zipped, etag } = await file.content();
  const isZipped = /\bgzip\b(?!;q=0(\.0*)?(,|$))/i.test(req.headers['accept-encoding'] ?? '');
  // Two encodings are two representations, each with a tag of its own (RFC 9110, 8.8.3.3).
  const tag = `"${etag}${isZipped ? '-gzip' : ''}"`;
  res.appendHeader('vary', 'accept-encoding');
  const headers = { etag: tag, 'cache-control': 'no-cache', ...file.headers };
  const known = (req.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return void res.writeHead(304, headers).end();
  const encoding = isZipped ? { 'content-encoding': 'gzip' } : {};
  send(res, 200, file.type, isZipped ? zipped : plain, { ...headers, ...encoding });
}
