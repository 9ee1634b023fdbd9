// What earlier requests and answers have told: ids, tokens and whatever else a request can name. Without them, all is unknown (404).
import type { ApiOperation } from './operations.ts';
import { isRawJson } from './raw-json.ts';

/** The place of a value that is known once the request is sent: the `nth` of its kind that fits, or `otherwise` where none does. */
export class KnownValue {
  readonly kind: string;
  readonly fits: (value: unknown) => boolean;
  readonly nth: number;
  readonly otherwise: unknown;

  constructor(kind: string, fits: (value: unknown) => boolean, nth: number, otherwise: unknown) {
    this.kind = kind;
    this.fits = fits;
    this.nth = nth;
    this.otherwise = otherwise;
  }
}

/** What a value is of, by its field and the path of the request: an `id` under /api/campaigns is a campaign's. */
export function kindOfField(field: string, path: string): string {
  if (field === 'id') return singular(collectionOf(path));
  if (field === 'name') return `name of ${singular(collectionOf(path))}`;
  if (field.endsWith('cursor')) return `cursor of ${path}`;
  const plain = field.replace(/^(new|current)_/, '').replace(/_id$/, '');
  return ALIASES[plain] ?? singular(plain);
}

// Roles are known by their names; a purpose is what somebody pays for; a header carries what an answer's field told.
const ALIASES: Record<string, string> = {
  inherits: 'name of role',
  excludes: 'name of role',
  role: 'name of role',
  roles: 'name of role',
  owner: 'user',
  donor: 'user',
  organisation: 'user',
  purpose: 'pledge',
  pay: 'pledge',
  'If-Match': 'ETag',
  'If-None-Match': 'ETag',
  'Last-Event-ID': 'version',
};

/** The last name in a path before the first of its parameters. */
const collectionOf = (path: string): string =>
  path
    .split(/\/[{]/)[0]!
    .split('/')
    .findLast((step) => step !== '')!;

const singular = (name: string) => name.replace(/(?<=..)s$/, '');

// Recent ones alone: an account or a campaign from long ago has ended.
const MOST = 30;
const LONGEST = 4000;

export class KnownValues {
  readonly #values = new Map<string, unknown[]>();

  learn(kind: string, value: unknown): void {
    if (typeof value === 'string' && value.length > LONGEST) return;
    const values = this.#values.get(kind) ?? [];
    this.#values.set(kind, values);
    if (values.includes(value)) return;
    if (values.length === MOST) values.shift();
    values.push(value);
  }

  /** Learns all fields of a request or an answer, and the ids and tokens of the links in it. */
  learnAll(value: unknown, { path }: Pick<ApiOperation, 'path'>, field = ''): void {
    if (Array.isArray(value)) for (const each of value) this.learnAll(each, { path }, field);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        const isOwnId = name === 'id' && field !== '' && field !== 'data';
        this.learnAll(each, { path: isOwnId ? `/${field}` : path }, name);
      }
    else if (typeof value === 'string' || typeof value === 'number') {
      if (field !== '') this.learn(kindOfField(field, path), value);
      if (typeof value === 'string') this.learnLinks(value);
    }
  }

  /** Of a text with links: the ids in their paths, by the step before them, and what is in their queries. */
  learnLinks(text: string): void {
    for (const [, collection, id] of text.matchAll(/\/([a-z-]+)\/([0-9a-f]{8}-[0-9a-f-]{27})/g))
      this.learn(kindOfField('id', `/${collection}`), id);
    for (const [, name, value] of text.matchAll(/[?&](\w+)=([\w.~-]+)/g)) this.learn(name!, value);
  }

  /** The value with each place of a known one filled. */
  fill(value: unknown): unknown {
    if (value instanceof KnownValue) {
      const values = (this.#values.get(value.kind) ?? []).filter(value.fits);
      return values.length > 0 ? values[value.nth % values.length] : this.fill(value.otherwise);
    }
    if (Array.isArray(value)) return value.map((each) => this.fill(each));
    if (typeof value !== 'object' || value === null || isRawJson(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.fill(each)]));
  }
}
