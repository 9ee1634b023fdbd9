import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import { keyed, type components, type operations, type paths } from './api.ts';
import { eventsOf } from './events-of.ts';
import { ok } from './problem-error.ts';
import { retrying, type Send } from './retrying.ts';
import { signing, type Session } from './signing.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends { requestBody?: { content: { 'application/json': unknown } } }> = NonNullable<
  Operation['requestBody']
>['content']['application/json'];

export interface Options {
  /** Where the platform is: `https://give.example.org`. */
  baseUrl: string;
  /** An access token that is there already. */
  token?: string;
  /** The refresh token of an earlier login: the session goes on without signing in. */
  refreshToken?: string;
  /** Gets the tokens whenever they change, to keep them; null once the session has ended. */
  onTokens?: (tokens: Schemas['Tokens'] | null) => void;
  /** Instead of the global one. */
  fetch?: Send;
}

/** Every route by method and path, typed: `GET('/api/campaigns/{id}', …)` resolves with `data` or `error`, as openapi-fetch does. */
export interface Commonweal extends Pick<Client<paths>, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'> {
  /** Opens an account and signs in. Throws ProblemError: EMAIL_TAKEN, VALIDATION_FAILED. */
  register(account: BodyOf<operations['auth.register']>): Promise<Schemas['User']>;
  /** Throws ProblemError: CREDENTIALS_WRONG. */
  signIn(credentials: BodyOf<operations['auth.login']>): Promise<void>;
  /** Ends the login session, and forgets its tokens: those also where the platform can't be reached, which it throws. */
  signOut(): Promise<void>;
  /**
   * What a campaign has received: now, and whenever that changes. A broken connection is opened again, and continues. Ends with
   * `signal`; throws ProblemError: CAMPAIGN_NOT_FOUND.
   */
  totals(campaign_id: string, options?: { signal?: AbortSignal }): AsyncGenerator<Schemas['Totals'], void>;
}

export function createClient({ baseUrl, token, refreshToken, onTokens, fetch }: Options): Commonweal {
  const base = baseUrl.replace(/\/+$/, '');
  const session: Session = { token, refreshToken, onTokens: onTokens ?? (() => {}) };
  const once: Send = fetch ?? ((request) => globalThis.fetch(request));
  const send = retrying(signing(once, session, `${base}/api/auth/refresh`));
  const api = createFetchClient<paths>({ baseUrl: base, fetch: send });
  api.use(keying);

  function begin({ access_token, refresh_token, expires_in }: Schemas['Tokens']) {
    session.token = access_token;
    session.refreshToken = refresh_token;
    session.onTokens({ access_token, refresh_token, expires_in });
  }

  return {
    GET: api.GET,
    POST: api.POST,
    PUT: api.PUT,
    PATCH: api.PATCH,
    DELETE: api.DELETE,
    async register(account) {
      const { user, ...tokens } = await ok(api.POST('/api/auth/register', { body: account }));
      begin(tokens);
      return user;
    },
    async signIn(credentials) {
      begin(await ok(api.POST('/api/auth/login', { body: credentials })));
    },
    async signOut() {
      try {
        if (session.token !== undefined) await api.POST('/api/auth/logout');
      } finally {
        session.token = session.refreshToken = undefined;
        session.onTokens(null);
      }
    },
    totals(campaign_id, { signal } = {}) {
      const url = `${base}/api/campaigns/${encodeURIComponent(campaign_id)}/totals/stream`;
      return eventsOf<Schemas['Totals']>(send, url, signal);
    },
  };
}

/** One key for each call, which all its attempts carry; a caller's own key stays. */
const keying: Middleware = {
  onRequest({ request, schemaPath }) {
    if (keyed.has(`${request.method} ${schemaPath}`) && !request.headers.has(KEY))
      request.headers.set(KEY, crypto.randomUUID());
    return request;
  },
};

const KEY = 'Idempotency-Key';
