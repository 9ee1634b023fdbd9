// The words in which contracts are written.
import {
  FormatRegistry,
  Type,
  type Static,
  type TObject,
  type TProperties,
  type TSchema,
} from '@sinclair/typebox';
import { isCurrency } from './currencies.ts';
import { isEmail } from './email.ts';
import type { ErrorCode } from './errors.ts';
import type { Permission } from './permissions.ts';

/** An object with exactly these fields: one more is refused. */
export const exactly = <P extends TProperties>(fields: P) =>
  Type.Object(fields, { additionalProperties: false });

export type ActionContract<P extends TSchema = TSchema, R extends TSchema = TSchema> = Described<P, R> &
  Success;

interface Described<P extends TSchema, R extends TSchema> {
  /** One line for the reader of the API. */
  summary: string;
  params: P;
  result: R;
  /** `internal`: for other services only, no route may lead to it. */
  permission: Permission | 'anyone' | 'internal';
  /** Of what is for anyone: what its caller needs to do it in their own name, once signed in. */
  permissionIfSignedIn?: Permission;
  /** Method and path, for what clients may call. */
  route?: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  /** Whether a retry with the same Idempotency-Key answers as the first did; `required` where money moves. */
  idempotency?: 'accepted' | 'required';
  /** The body's type, if not JSON. For any type (`*`) the action gets it as it came, for signatures, with the `headers` as a field of the params. */
  consumes?: 'application/x-www-form-urlencoded' | '*/*';
  /**
   * The answer's type, if not JSON: the result's `html` under its `csp`, its `pdf`, events with a result each, or an export: page after
   * page of the result (`paginated`), as one file of the type that the client wants. JSON: one document, of the `text` of its pages.
   */
  produces?: 'text/html' | 'application/pdf' | 'text/event-stream' | typeof exportTypes | 'application/json';
  /** What a document is that is sent in pages. */
  document?: TSchema;
  /** Its answers or its URL carry a secret: no cache may store them. */
  secret?: true;
  /** For how long anybody may keep its answer. */
  max_age_s?: number;
  /** `none`: the Authorization header is not read, so that one which has expired does no harm. */
  security?: 'none';
  /** What it may refuse with, beyond what every action may. */
  errors?: readonly ErrorCode[];
}

/**
 * The status of success, 200 unless it says otherwise. 202: it will be done later. 204: there is nothing to say, and the result is
 * empty. 201 and 303 say where to look: `/api/pledges/:pledge_id`, in which `:pledge_id` is a field of the result.
 */
type Success = { status?: 202 | 204; location?: never } | { status: 201 | 303; location: string };

export const defineAction = <P extends TObject, R extends TSchema>(contract: ActionContract<P, R>) =>
  contract;

export interface MessageContract<P extends TObject = TObject> {
  /** One sentence: what has happened. */
  summary: string;
  /** Payloads only ever gain optional fields: any other change is a new version, and a message of its own. */
  version: number;
  /** The field of the payload by which messages are ordered: those with one value reach each consumer in turn. */
  key: keyof Static<P> & string;
  payload: P;
}

export const defineMessage = <P extends TObject>(contract: MessageContract<P>) => contract;

/**
 * Something that a service will do at a time, by the name that it is scheduled under. One of a name and key: a later one
 * takes the place of an earlier.
 */
export const defineTimer = <P extends TObject>(contract: { summary: string; payload: P }) => contract;

/** A page of a list: `next_cursor` is null on the last. */
export const paginated = <T extends TSchema>(item: T) =>
  exactly({ data: Type.Array(item), next_cursor: Type.Union([Type.String(), Type.Null()]) });

/** The parameters of every list. */
export const pagination = {
  cursor: Type.Optional(Type.String({ maxLength: 200, description: 'the next_cursor of the previous page' })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, description: 'a whole number from 1 to 100' }),
  ),
};

/** A whole web page. `csp` says what it may load, as directives of a Content-Security-Policy; nothing else is allowed. */
export const HtmlPage = exactly({ html: Type.String(), csp: Type.String() });

/** A file as base64, which crosses threads as it is; its name is plain: letters, digits, dots and hyphens. */
export const PdfFile = exactly({ pdf: Type.String(), file_name: Type.String({ pattern: '^[\\w.-]+$' }) });

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const stringEnum = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      { description: `one of ${values.join(', ')}` },
    ),
  );

/** What an export can be: CSV or JSON Lines, a line for each row. */
export const exportTypes = ['text/csv', 'application/jsonl'] as const;

/** The parameters of every export. `cursor` is the gateway's alone: clients get the whole. */
export const exporting = {
  format: Type.Optional(stringEnum(['csv', 'jsonl'])),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
};

FormatRegistry.Set('uuid', (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text));
FormatRegistry.Set('iso-4217', isCurrency);
FormatRegistry.Set('email', isEmail);
FormatRegistry.Set('date-time', isTime);
FormatRegistry.Set('date', (text) => isTime(`${text}T00:00:00Z`));

export const Id = Type.String({ format: 'uuid', description: 'a UUID in lower case' });
export const Time = Type.String({
  format: 'date-time',
  description: 'UTC as in 2026-01-31T12:00:00Z (RFC 3339)',
});
export const Day = Type.String({ format: 'date', description: 'a day as in 2026-01-31' });
export const Email = Type.String({ format: 'email', description: 'an e-mail address' });
export const Currency = Type.String({
  format: 'iso-4217',
  description: 'an ISO 4217 code in capitals, such as EUR',
});

const MINOR_UNITS = 'a whole number of minor units of the currency: 1050 is 10.50';
// The bound keeps a sum of 90,000 of the largest exact in a JSON number (2^53).
export const MAX_AMOUNT = 100_000_000_000;
/** Minor units of the `currency` beside it. Never a float. */
export const Amount = Type.Integer({
  minimum: 1,
  maximum: MAX_AMOUNT,
  description: `${MINOR_UNITS}, from 1 to ${MAX_AMOUNT}`,
});
/** A sum of amounts: 0 is possible. */
export const Sum = Type.Integer({ minimum: 0, description: MINOR_UNITS });

/** Postgres knows no year 0; and JavaScript takes a 30th of February for the 2nd of March, and 24:00 for the next day. */
function isTime(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text)) return false;
  const at_ms = Date.parse(text);
  return !Number.isNaN(at_ms) && new Date(at_ms).toISOString().startsWith(text.slice(0, DATE_LENGTH));
}

const DATE_LENGTH = '2026-01-31'.length;
