import { emailForm, isEmail } from '#contracts/email';
import { fail } from '#lib/errors';
import type { TSchema } from '@sinclair/typebox';
import { assertForm, hasBody, mistakeInText, parseObject, RAW_LIMIT, readText, unreadable } from './body.ts';
import { stepOf } from './duplicate-keys.ts';
import { FORM, type Incoming } from './http.ts';
import type { Route } from './routes.ts';

/** The parts of a request that params are read from: `path` are the fields in its path, `query` is the text after `?`. */
export interface Asked {
  req: Incoming;
  path: Record<string, string>;
  query: string;
}

type Params = Record<string, unknown>;

/**
 * Reads the params of a route, strictly by place: path, then body or query, never both. Strings of path, query and forms are
 * converted to the contract's types. Throws VALIDATION_FAILED,
 * BODY_TYPE_UNSUPPORTED, BODY_ENCODED, BODY_UNREADABLE, BODY_TOO_LARGE.
 */
export function paramsReader(route: Route): (asked: Asked) => Promise<Params> {
  const readers = new Map(Object.entries(route.fields).map(([name, schema]) => [name, readerOf(schema)]));
  const outsidePath = new Map([...readers].filter(([name]) => !route.pathFields.includes(name)));
  const inQuery = route.takesBody ? new Map<string, Reader>() : outsidePath;
  const elsewhere = route.isLink ? null : route.takesBody ? 'not taken in the query' : UNKNOWN;
  const read = bodyReader(route, outsidePath);
  const respell = respelling(Object.entries(route.fields));

  return async ({ req, path, query }) => {
    const params = await read(req);
    if (query) readPairs(params, query, inQuery, elsewhere);
    for (const field of route.pathFields) {
      if (Object.hasOwn(params, field)) throw wrong(field, 'is taken from the path: leave it out here');
      params[field] = readers.get(field)?.(stored(field, path[field] ?? ''));
    }
    respell?.(params);
    return params;
  };
}

function bodyReader({ contract, takesBody }: Route, fields: ReadonlyMap<string, Reader>) {
  if (contract.consumes === '*/*') return readRaw;
  if (contract.consumes === FORM) return (req: Incoming) => readForm(req, fields);
  return takesBody ? readJson : refuseBody;
}

/** Brings e-mail addresses into the one form that services know them by, also those of a person in the body. */
function respelling(fields: [string, TSchema][]): ((params: Params) => void) | undefined {
  const found = fields.flatMap(([name, schema]): ((params: Params) => void)[] => {
    const [each = schema] = ((schema['anyOf'] as TSchema[] | undefined) ?? []).filter(
      ({ type }) => type !== 'null',
    );
    const within = respelling(
      Object.entries((each['properties'] as Record<string, TSchema> | undefined) ?? {}),
    );
    if (within) return [(params) => isObject(params[name]) && within(params[name])];
    if (each['format'] !== 'email') return [];
    return [(params) => isAddress(params[name]) && (params[name] = emailForm(params[name]))];
  });
  return found.length > 0 ? (params) => found.forEach((respell) => respell(params)) : undefined;
}

const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null;
const isAddress = (value: unknown): value is string => typeof value === 'string' && isEmail(value);

const readJson = async (req: Incoming): Promise<Params> =>
  parseObject(await readText(req), req.headers['content-type']);

// Signatures are checked on the bytes as sent, with their headers; headers that identify the client are left out.
async function readRaw(req: Incoming): Promise<Params> {
  const body = await readText(req, RAW_LIMIT);
  const mistake = mistakeInText(body);
  if (mistake) throw unreadable(`it ${mistake}`);
  const headers = Object.fromEntries(
    Object.entries(req.headers).filter(
      ([name, value]) => typeof value === 'string' && name !== 'authorization' && name !== 'cookie',
    ),
  );
  return { headers, body };
}

async function readForm(req: Incoming, fields: ReadonlyMap<string, Reader>): Promise<Params> {
  const text = await readText(req);
  if (text) assertForm(req.headers['content-type']);
  const params: Params = {};
  readPairs(params, text, fields, UNKNOWN);
  return params;
}

async function refuseBody(req: Incoming): Promise<Params> {
  if (hasBody(req)) throw fail('VALIDATION_FAILED', { errors: [{ pointer: '', message: 'takes no body' }] });
  return {};
}

type Reader = (text: string) => unknown;

const UNKNOWN = 'is not a field of this request: leave it out';

/** Parses `a=1&b=2`, as in queries and forms; `otherwise` is the message for a field that is not in `fields`, null ignores it. */
function readPairs(
  params: Params,
  pairs: string,
  fields: ReadonlyMap<string, Reader>,
  otherwise: string | null,
) {
  for (const [name, text] of new URLSearchParams(pairs)) {
    const read = fields.get(name);
    if (!read) {
      if (otherwise === null) continue;
      throw wrong(name, otherwise);
    }
    if (Object.hasOwn(params, name)) throw wrong(name, 'is given twice');
    params[name] = read(stored(name, text));
  }
}

const wrong = (field: string, message: string) =>
  fail('VALIDATION_FAILED', { errors: [{ pointer: `/${stepOf(field)}`, message }] });

/** Text as it may be stored, in one form (NFC). */
function stored(field: string, text: string): string {
  const message = mistakeInText(text);
  if (message) throw wrong(field, message);
  return text.normalize();
}

// Other text stays text, which the contract refuses with an explanation.
const integer: Reader = (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);
const boolean: Reader = (text) => (text === 'true' ? true : text === 'false' ? false : text);
const readerOf = ({ type }: TSchema): Reader =>
  type === 'integer' ? integer : type === 'boolean' ? boolean : (text) => text;
