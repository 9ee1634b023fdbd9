import type { Config } from '#config';
import { actions, type ActionContract, type ActionName } from '#contracts';
import { exportTypes } from '#contracts/define';
import type { TSchema } from '@sinclair/typebox';
import { FORM } from './http.ts';

/** The gateway's data of one contracted route, computed once at the start. */
export interface Route {
  name: ActionName;
  service: string;
  contract: ActionContract;
  method: string;
  /** With `:name` for the fields. */
  path: string;
  /** What clients may send: the params of the action, but for the cursor of an export. */
  fields: Readonly<Record<string, TSchema>>;
  /** The fields that the path carries. */
  pathFields: readonly string[];
  /** GET takes the rest of its fields from the query, all others from the body: a URL is logged on the way, and a password is not for logs. */
  takesBody: boolean;
  /** Where to find what was created or where to go on; null for everything else. */
  location: ((result: unknown) => string) | null;
  /** Of success. */
  status: number;
  /** For browsers: problems are pages. */
  isForBrowsers: boolean;
  /** It takes its body as it comes, for a signature. */
  isRaw: boolean;
  /** Whoever calls it gives a password, a token of their session or what else shows who they are. */
  signsIn: boolean;
  /** Whether If-Match is heeded: it changes one thing, of which it answers the version. */
  isEditable: boolean;
  /** Whether its answer has an ETag: what is read, and what PATCH leaves. */
  isTagged: boolean;
  /** People open it from a page or an e-mail, and who passes it on appends to it: what it doesn't know in its query is ignored. */
  isLink: boolean;
}

/** Every contracted route, except those of disabled services. Throws when one leads to an internal action. */
export function routesOf(
  contracts: Readonly<Record<string, ActionContract>> = actions,
  { disabled_services }: Pick<Config, 'disabled_services'>,
): Route[] {
  return Object.entries(contracts)
    .filter(([name, { route }]) => route && !disabled_services.includes(serviceOf(name)))
    .map(([name, contract]) => routeOf(name as ActionName, contract));
}

/** Whether an action's pages are sent as one file. */
export const isExport = ({ produces }: Pick<ActionContract, 'produces'>): boolean =>
  produces === exportTypes || isDocument({ produces });

/** Whether its pages are the parts of one JSON document. */
export const isDocument = ({ produces }: { produces?: ActionContract['produces'] | undefined }): boolean =>
  produces === 'application/json';

const serviceOf = (name: string) => name.slice(0, name.indexOf('.'));

function routeOf(name: ActionName, contract: ActionContract): Route {
  if (contract.permission === 'internal') throw new Error(`${name} is internal: no route may lead to it`);
  // One read serves all watchers.
  if (contract.produces === 'text/event-stream' && contract.permission !== 'anyone')
    throw new Error(`${name} is not for anyone: nobody can watch it`);
  // They are limited by caller.
  if (isExport(contract) && contract.permission === 'anyone')
    throw new Error(`${name} is for anyone: an export needs a caller`);
  const [method = '', path = ''] = contract.route?.split(' ') ?? [];
  const { properties } = contract.params as unknown as { properties: Route['fields'] };
  const isTaken = ([field]: [string, TSchema]) => !isExport(contract) || field !== 'cursor';
  const isForBrowsers =
    contract.produces === 'text/html' ||
    contract.produces === 'application/pdf' ||
    contract.consumes === FORM ||
    contract.status === 303;
  return {
    name,
    service: serviceOf(name),
    contract,
    method,
    path,
    fields: Object.fromEntries(Object.entries(properties).filter(isTaken)),
    pathFields: [...path.matchAll(/:(\w+)/g)].map(([, field]) => field as string),
    takesBody: method !== 'GET',
    location: contract.location === undefined ? null : locator(contract.location),
    status: contract.status ?? 200,
    isForBrowsers,
    isRaw: contract.consumes === '*/*',
    signsIn: method !== 'GET' && (path.startsWith('/api/auth/') || 'password' in fieldsOf(contract)),
    isEditable: isChange(method, path) && isVersioned(contract),
    isTagged: (method === 'GET' || method === 'PATCH') && !contract.produces && !contract.status,
    isLink: method === 'GET' && (isForBrowsers || 'token' in fieldsOf(contract)),
  };
}

const fieldsOf = ({ params }: ActionContract) => (params as unknown as { properties: object }).properties;

/** Of something that there is: one of many, or the caller's own. */
const isChange = (method: string, path: string) =>
  method === 'PATCH' || (method !== 'GET' && path.includes('/:id'));

const isVersioned = ({ result }: ActionContract) =>
  'version' in ((result as unknown as { properties?: object }).properties ?? {});

/** Fills in a location's fields from a result. */
const locator =
  (location: string) =>
  (result: unknown): string =>
    location.replaceAll(/:(\w+)/g, (_, field: string) => String((result as Record<string, unknown>)[field]));
