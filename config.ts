// The settings of a node, and the only reader of the environment. README lists them all.
import { serviceNames } from '#contracts';
import { isEmail } from '#contracts/define';
import { resolve } from 'node:path';

export interface Config {
  /** Where the gateway listens; loopback unless told otherwise. */
  host: string;
  port: number;
  /** How clients reach the gateway: payment links and webhooks are built on it. */
  public_url: string;
  data_dir: string;
  /** A Postgres of one's own; null: the embedded one. */
  database_url: string | null;
  /** Databases that are made and kept elsewhere, by service: `PLEDGES_DATABASE_URL` and so on. */
  database_urls: Record<string, string>;
  /** What runs here; null: everything. */
  services: string[] | null;
  log_level: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  /** Made at the first start if they are given and nobody has this address. */
  admin: { email: string; password: string } | null;
  /** The first signs, all verify: put the new secret in front to rotate. Null: derived from the platform's own. */
  sandbox_webhook_secrets: string[] | null;
  /** Whether the sandbox provider may be used: unless NODE_ENV is production. */
  sandbox: boolean;
  /** Waits before the 2nd, 3rd and 4th attempt to deliver a message; then it is a dead letter. */
  retry_delays_ms: readonly number[];
}

/** The settings of `env`. Throws an Error that names every bad variable at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = [];

  function read<T>(name: string, fallback: T, parse: (text: string) => T | undefined, wanted: string): T {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = parse(text);
    if (value === undefined)
      mistakes.push(
        SECRET.test(name) ? `${name} must be ${wanted}` : `${name} is '${text}': it must be ${wanted}`,
      );
    return value ?? fallback;
  }

  const host = env['HOST']?.trim() || '127.0.0.1';
  const port = read('PORT', 8080, portOf, 'a port number, from 1 to 65535');
  const environment = read('NODE_ENV', 'development', environmentOf, `one of ${ENVIRONMENTS.join(', ')}`);
  const email = read<string | null>('ADMIN_EMAIL', null, emailOf, 'an e-mail address');
  const password = env['ADMIN_PASSWORD'];
  if (!env['ADMIN_EMAIL']?.trim() !== !password)
    mistakes.push('ADMIN_EMAIL and ADMIN_PASSWORD come together: set both or neither');
  if (password && (password.length < 10 || password.length > 200))
    mistakes.push('ADMIN_PASSWORD must have from 10 to 200 characters');

  const config: Config = {
    host,
    port,
    public_url: read('PUBLIC_URL', `http://127.0.0.1:${port}`, httpUrlOf, 'an http(s) URL without a path'),
    data_dir: resolve(env['DATA_DIR']?.trim() || '.commonweal'),
    database_url: read<string | null>('DATABASE_URL', null, postgresUrlOf, POSTGRES_URL),
    database_urls: {},
    services: read<string[] | null>('SERVICES', null, listOf, 'a list of service names with commas between'),
    log_level: read('LOG_LEVEL', 'warn', levelOf, `one of ${LEVELS.join(', ')}`),
    admin: email && password ? { email, password } : null,
    sandbox_webhook_secrets: read<string[] | null>(
      'SANDBOX_WEBHOOK_SECRET',
      null,
      secretsOf,
      'one or more secrets of at least 24 bytes in base64, whsec_ before each if you like, with commas between',
    ),
    sandbox: environment !== 'production',
    retry_delays_ms: [1000, 2000, 4000],
  };
  for (const name of Object.keys(env)) {
    const service = /^(\w+)_DATABASE_URL$/.exec(name)?.[1];
    if (!service || !env[name]?.trim()) continue;
    const known = serviceNames.find((each) => each.toUpperCase() === service);
    if (!known) mistakes.push(`${name} is for no service: there are ${serviceNames.join(', ')}`);
    const url = known && read<string | null>(name, null, postgresUrlOf, POSTGRES_URL);
    if (url) config.database_urls[known] = url;
  }
  if (mistakes.length > 0) throw new Error(`These settings can't be used:\n- ${mistakes.join('\n- ')}`);
  return config;
}

export const config = (): Config => readConfig(process.env);

// A URL has a password in it more often than not.
const SECRET = /(URL|SECRET|PASSWORD)$/;
const POSTGRES_URL = 'postgres://user:password@host:port/database';
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

const ENVIRONMENTS = ['production', 'development', 'test'] as const;

const environmentOf = (text: string) => ENVIRONMENTS.find((environment) => environment === text);

const levelOf = (text: string) => LEVELS.find((level) => level === text);

const emailOf = (text: string) => (isEmail(text) ? text : undefined);

const portOf = (text: string) =>
  /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;

const listOf = (text: string) =>
  /^[a-z-]+(\s*,\s*[a-z-]+)*$/.test(text) ? text.split(',').map((name) => name.trim()) : undefined;

const urlOf = (text: string, protocols: string[]) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) ? new URL(text) : undefined;

const httpUrlOf = (text: string) => {
  const url = urlOf(text, ['http:', 'https:']);
  return url?.pathname === '/' && !url.search ? url.origin : undefined;
};

const postgresUrlOf = (text: string) => (urlOf(text, ['postgres:', 'postgresql:']) ? text : undefined);

function secretsOf(text: string) {
  const secrets = text.split(',').map((secret) => secret.trim().replace(/^whsec_/, ''));
  const isGood = (secret: string) =>
    /^[A-Za-z0-9+/]+=*$/.test(secret) && Buffer.from(secret, 'base64').length >= 24;
  return secrets.every(isGood) ? secrets : undefined;
}
