import type { Config } from '#config';
import { actions, type ActionContract, type ActionName } from '#contracts';

/** What the gateway must know of one contracted route, worked out once at the start. */
export interface Route {
  name: ActionName;
  service: string;
  contract: ActionContract;
  method: string;
  /** With `:name` for what varies. */
  path: string;
  /** The fields that the path carries. */
  pathFields: readonly string[];
  /** POST, PUT and PATCH take the rest of their fields from the body, GET and DELETE from the query. */
  takesBody: boolean;
  /** Where to find what was created or what is redirected to; null for everything else. */
  location: ((result: unknown) => string) | null;
  status: number;
  /** Whose access token is out of date must still be able to sign in; a provider's signature says who it is. */
  ignoresToken: boolean;
  /** Browsers come here: to them, problems are pages. */
  isForBrowsers: boolean;
  /** Answers with secrets in them must not be kept by anyone on the way. */
  isSecret: boolean;
}

/**
 * Every contracted route; the sandbox's only where it may be used and collects the money: no key guards them. Throws
 * when one leads to an internal action.
 */
export function routesOf(
  contracts: Readonly<Record<string, ActionContract>> = actions,
  { sandbox, payment_provider }: Pick<Config, 'sandbox' | 'payment_provider'>,
): Route[] {
  const hasSandbox = sandbox && payment_provider === 'sandbox';
  return Object.entries(contracts)
    .filter(([name, { route }]) => route && (hasSandbox || serviceOf(name) !== 'sandbox'))
    .map(([name, contract]) => routeOf(name as ActionName, contract));
}

/** Whether answers to this path carry tokens. */
export const isSecretPath = (path: string): boolean => path.startsWith('/api/auth/');

const serviceOf = (name: string) => name.slice(0, name.indexOf('.'));

function routeOf(name: ActionName, contract: ActionContract): Route {
  if (contract.permission === 'internal') throw new Error(`${name} is internal: no route may lead to it`);
  // One look is for all who watch.
  if (contract.answers === 'events' && contract.permission !== 'anyone')
    throw new Error(`${name} is not for anyone: nobody can watch it`);
  const [method = '', path = ''] = contract.route?.split(' ') ?? [];
  return {
    name,
    service: serviceOf(name),
    contract,
    method,
    path,
    pathFields: [...path.matchAll(/:(\w+)/g)].map(([, field]) => field as string),
    takesBody: method === 'POST' || method === 'PUT' || method === 'PATCH',
    location: locationOf(name, path, contract),
    status: contract.creates ? 201 : contract.redirects ? 303 : contract.accepts ? 202 : 200,
    ignoresToken: isSecretPath(path) || contract.body === 'bytes',
    isForBrowsers: contract.answers === 'page' || contract.body === 'form' || contract.redirects === true,
    // The token of a link is in its URL, without an Authorization header that would keep caches away.
    isSecret: isSecretPath(path) || 'token' in (contract.params['properties'] as object),
  };
}

// What is created elsewhere than under the path of its route.
const CREATED_AT: Partial<Record<ActionName, string>> = {
  'auth.register': '/api/users/me',
  'payments.payout': '/api/payouts',
};

function locationOf(
  name: ActionName,
  path: string,
  { creates, redirects }: ActionContract,
): Route['location'] {
  if (redirects) return (result) => String(at(result, ['location']));
  if (!creates) return null;
  const fixed = CREATED_AT[name];
  if (fixed) return () => fixed;
  const steps = creates.split('.');
  return (result) => `${path}/${String(at(result, steps))}`;
}

const at = (value: unknown, steps: string[]): unknown =>
  steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], value);
