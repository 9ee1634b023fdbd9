// A real OpenID Connect provider (oidc-provider), in which users sign in through its own pages.
import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import Provider from 'oidc-provider';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';

export const AUDIENCE = 'https://give.example/api';

export interface Person {
  email?: string;
  name?: string;
  roles?: string[];
}

/** Starts a provider; `people` are its users by their names there. */
export async function oidcProvider(people: Record<string, Person>) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const redirect_uri = 'http://127.0.0.1/callback';
  const client = { client_id: 'app', client_secret: 'the secret of the app', redirect_uri };
  // It advises operators of providers; this one lives for a test.
  console.warn = console.info = () => {};
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    clients: [
      {
        ...client,
        redirect_uris: [redirect_uri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ].map(({ redirect_uri: _, ...it }) => it) as never,
    cookies: { keys: ['a key'] },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    extraTokenClaims: (_ctx, token) => {
      const { roles = [], ...person } = people[(token as { accountId?: string }).accountId ?? ''] ?? {};
      return { ...person, realm_access: { roles } };
    },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => ({
          audience: resource,
          scope: 'openid email profile',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
        }),
      },
    },
  });
  const server: Server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    issuer,
    provider,
    /** Signs a user in as their browser would, and returns what the app gets. */
    async signIn(user: string, resource = AUDIENCE): Promise<{ access_token: string; id_token: string }> {
      const verifier = world.newSecret(32);
      const query = new URLSearchParams({
        client_id: client.client_id,
        redirect_uri,
        response_type: 'code',
        scope: 'openid email profile',
        resource,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      const browser = aBrowser();
      let page = await browser.get(`${issuer}/auth?${query}`);
      for (const form of [{ prompt: 'login', login: user, password: 'any' }, { prompt: 'consent' }])
        page = await browser.post(page, form);
      const code = new URL(page).searchParams.get('code') ?? '';
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${client.client_id}:${encodeURIComponent(client.client_secret)}`).toString('base64')}`,
        },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri,
          code_verifier: verifier,
          resource,
        }),
      });
      return (await response.json()) as { access_token: string; id_token: string };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Keeps cookies and follows redirects, up to the app's own address. */
function aBrowser() {
  const cookies = new Map<string, string>();
  async function ask(url: string, init: RequestInit = {}): Promise<string> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return url;
    const next = new URL(location, url).href;
    return next.startsWith('http://127.0.0.1/callback') ? next : ask(next);
  }
  return {
    /** Where it ends up. */
    get: (url: string) => ask(url),
    post: (url: string, form: Record<string, string>) =>
      ask(url, { method: 'POST', body: new URLSearchParams(form) }),
  };
}
