import type { components } from './api.ts';
import type { Send } from './retrying.ts';

type Tokens = components['schemas']['Tokens'];

export interface Session {
  token: string | undefined;
  refreshToken: string | undefined;
  onTokens: (tokens: Tokens | null) => void;
}

/**
 * Sends requests with the session's access token. One that is refused is exchanged by the refresh token, once for all requests that
 * found it so, and they are sent again.
 */
export function signing(send: Send, session: Session, refreshUrl: string): Send {
  let refreshing: Promise<Failure | undefined> | undefined;

  const signed = (request: Request) => {
    const copy = request.clone();
    if (session.token !== undefined) copy.headers.set('authorization', `Bearer ${session.token}`);
    return send(copy);
  };

  return async (request) => {
    if (request.headers.has('authorization')) return send(request);
    const used = session.token;
    const answer = await signed(request);
    if (session.refreshToken === undefined || !(await isTokenRefused(answer))) return answer;
    // Another request may have refreshed it meanwhile.
    if (session.token === used) {
      const failure = await (refreshing ??= refresh().finally(() => (refreshing = undefined)));
      if (failure) return new Response(failure.text, failure.answer);
    }
    return session.token === undefined ? answer : signed(request);
  };

  /** Nothing once it has an answer about the session; else the answer, which says why there is none. */
  async function refresh(): Promise<Failure | undefined> {
    const answer = await send(
      new Request(refreshUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refresh_token: session.refreshToken }),
      }),
    );
    // Busy or broken: the session is as it was.
    if (!answer.ok && answer.status !== 401) return { answer, text: await answer.text() };
    const tokens = answer.ok ? ((await answer.json()) as Tokens) : null;
    session.token = tokens?.access_token;
    session.refreshToken = tokens?.refresh_token;
    session.onTokens(tokens);
    return undefined;
  }
}

/** An answer for every request that waited for it. */
interface Failure {
  answer: Response;
  text: string;
}

/** Other refusals with 401 are about a password, which no new token makes right. */
async function isTokenRefused(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false;
  const said = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return said.code === 'SIGN_IN_REQUIRED';
}
