// Calls the platform by HTTP. Whoever can read DATA_DIR, or has DATABASE_URL, acts as its operator.
import { commandToken, config, type Config } from '#config';
import { actions, type ActionContract, type ActionName, type Params, type Result } from '#contracts';
import { readCluster } from '#lib/postgres/cluster';
import { masterSecretOf, operatorKeyOf } from '#lib/postgres/secrets';
import type { Options } from './options.ts';

export interface Api {
  /** Calls an action by its route. Throws an Error that a person can read. */
  call<N extends ActionName>(name: N, params: Params<N>): Promise<Result<N>>;
  /** An export, as it comes. Throws such an Error also where it is cut off. */
  download<N extends ActionName>(name: N, params: Params<N>): AsyncIterable<Uint8Array>;
}

/** Throws an Error without a token or a key. */
export async function connect({ url, token }: Pick<Options, 'url' | 'token'>): Promise<Api> {
  const settings = config();
  const origin = new URL(url ?? settings.public_url).origin;
  const bearer = token ?? commandToken() ?? (await keyOf(settings));

  async function send(name: ActionName, params: object): Promise<Response> {
    const { method, path, rest } = requestFor(name, params);
    const isGet = method === 'GET';
    const query = isGet && Object.keys(rest).length > 0 ? `?${new URLSearchParams(rest).toString()}` : '';
    const answer = await fetch(`${origin}${path}${query}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(isGet ? {} : { body: JSON.stringify(rest) }),
    }).catch((error: Error) => {
      throw new Error(notThere(origin, error));
    });
    if (answer.status >= 400) throw new Error(refusal(await answer.text(), answer.status, origin));
    return answer;
  }

  return {
    call: async (name, params) => (await (await send(name, params)).json()) as Result<typeof name>,
    async *download(name, params) {
      const reader = (await send(name, params)).body!.getReader();
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw new Error('The platform cut the export off: what was written is not the whole. Repeat it.');
        });
        if (done) return;
        yield value;
      }
    },
  };
}

async function keyOf({ database_url, data_dir }: Config): Promise<string> {
  if (database_url !== null) return operatorKeyOf(masterSecretOf(database_url));
  const cluster = await readCluster(data_dir);
  if (cluster) return operatorKeyOf(cluster.secret);
  throw new Error(
    `No platform was started on DATA_DIR ${data_dir}. Start one (npm start), or set DATA_DIR, DATABASE_URL or COMMONWEAL_TOKEN.`,
  );
}

function requestFor(name: ActionName, params: object) {
  const [method = '', pattern = ''] = (actions[name] as ActionContract).route?.split(' ') ?? [];
  const rest = { ...params } as Record<string, string>;
  const path = pattern.replaceAll(/:(\w+)/g, (_, field: string) => {
    const value = rest[field]!;
    delete rest[field];
    return encodeURIComponent(value);
  });
  return { method, path, rest };
}

function notThere(origin: string, { message, cause }: Error): string {
  const { code, message: reason } = (cause ?? {}) as NodeJS.ErrnoException;
  const why = code ?? reason ?? message;
  return `No platform answers at ${origin} (${why}). Start it (npm start), or set its address with --url or PUBLIC_URL.`;
}

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; message: string }[];
}

function refusal(text: string, status: number, origin: string): string {
  const { code, title, detail, errors = [] } = problemIn(text);
  if (status === 401)
    return `The platform at ${origin} does not accept this key: it uses another DATA_DIR, or the token has expired.`;
  const fields = errors.map(({ pointer, message }) => ` ${pointer.slice(1)} ${message}.`).join('');
  return code
    ? `${title} (${code}).${fields || ` ${detail}`}`
    : `${origin} answered ${status}: is it a Commonweal platform?`;
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
