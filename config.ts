// The settings of a node, and the only reader of the environment. README lists them all.
import { serviceNames } from '#contracts';
import { isEmail } from '#contracts/email';
import { isLongEnough } from '#contracts/text';
import { FEES, parseFees, usualFees, type FeeSchedule } from '#contracts/finance/fees';
import { oidcOf, type OidcSettings } from './config.oidc.ts';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import {
  ORIGINS,
  originsOf,
  PROXIES,
  proxiesOf,
  RATES,
  rateLimitsOf,
  usualRates,
  type RateLimits,
} from './config.door.ts';

export interface Config {
  /** Where the gateway listens; loopback by default. */
  host: string;
  port: number;
  /** The gateway's URL for clients: in payment links and webhooks. */
  public_url: string;
  data_dir: string;
  /** An external Postgres; null: the embedded one. */
  database_url: string | null;
  /** External databases of single services: `PLEDGES_DATABASE_URL` and so on. */
  database_urls: Record<string, string>;
  /** A cache of totals; null: no Redis. */
  redis_url: string | null;
  /** What runs here; null: everything. */
  services: string[] | null;
  /** Worker threads for the services; 0: the main thread runs them. */
  workers: number;
  /** In how many of the threads each service runs. */
  replicas: number;
  log_level: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  /** The admin to create at the first start, unless the address is taken. */
  admin: { email: string; password: string } | null;
  /** The first signs, all verify: prepend a new secret to rotate. Null: derived from the platform's own. */
  sandbox_webhook_secrets: string[] | null;
  /** Whether the sandbox provider may be used; not by default where NODE_ENV is production. */
  sandbox: boolean;
  /** Who collects the money of new payments. */
  payment_provider: 'sandbox' | 'stripe';
  /** What they keep of each payment. */
  provider_fees: FeeSchedule;
  /** Clients can't reach them, and readiness ignores them: the sandbox where it collects no money. */
  disabled_services: string[];
  /** Null: Stripe is not set up. */
  stripe: StripeSettings | null;
  /** Delays before the 2nd, 3rd and 4th attempt to deliver a message; then it is a dead letter. */
  retry_delays_ms: readonly number[];
  mail: MailSettings;
  /** From one address; 0: no limits by address. */
  guest_pledges_per_minute: number;
  /** Another provider whose tokens are taken as well; null: none. */
  oidc: OidcSettings | null;
  /** Whose X-Forwarded-For counts: how many proxies in front of the gateway append to it (0: it is ignored), or their networks. */
  trusted_proxies: number | readonly string[];
  rate_limits: RateLimits;
  /** Whose pages browsers let use the API; `*`: everybody's. */
  cors_origins: readonly string[];
  /** How long a deleted account can be restored; 0: it is erased at once. */
  erase_after_days: number;
  /** Null: guests solve no challenge. */
  challenge: ChallengeSettings | null;
}

export interface ChallengeSettings {
  /** Where tokens are verified: the `siteverify` of Turnstile, hCaptcha or reCAPTCHA. */
  url: string;
  secret: string;
}

export interface MailSettings {
  /** Null: emails are written to a folder. */
  smtp_url: string | null;
  /** The sender of emails: an address. */
  from: string;
  /** Whether users depend on emails: in production. */
  is_awaited: boolean;
}

export interface StripeSettings {
  secret_key: string;
  /** Public: sent to donors' browsers. */
  publishable_key: string;
  /** Any of them verifies: while a secret is rolled, Stripe signs with both. */
  webhook_secrets: string[];
  api_url: string;
}

/** Parses `env`. Throws an Error that names every bad variable at once. */
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
  if (password && !isLongEnough(password, 10, 200))
    mistakes.push('ADMIN_PASSWORD must have from 10 to 200 characters');

  const public_url = read('PUBLIC_URL', `http://127.0.0.1:${port}`, httpUrlOf, HTTP_URL);
  const config: Config = {
    host,
    port,
    public_url,
    data_dir: resolve(env['DATA_DIR']?.trim() || '.commonweal'),
    database_url: read<string | null>('DATABASE_URL', null, postgresUrlOf, POSTGRES_URL),
    database_urls: {},
    redis_url: read<string | null>('REDIS_URL', null, redisUrlOf, 'redis://user:password@host:port'),
    services: read<string[] | null>('SERVICES', null, listOf, 'a list of service names with commas between'),
    workers: read('WORKERS', workersFor(availableParallelism()), countOf(0, 64), 'a number from 0 to 64'),
    replicas: read('REPLICAS', 1, countOf(1, 64), 'a number from 1 to 64'),
    log_level: read('LOG_LEVEL', 'warn', levelOf, `one of ${LEVELS.join(', ')}`),
    admin: email && password ? { email, password } : null,
    sandbox_webhook_secrets: read<string[] | null>(
      'SANDBOX_WEBHOOK_SECRET',
      null,
      secretsOf,
      'one or more secrets of at least 24 bytes in base64, whsec_ before each if you like, with commas between',
    ),
    sandbox: environment !== 'production',
    ...collectingOf(env, read, mistakes, environment !== 'production'),
    retry_delays_ms: [1000, 2000, 4000],
    erase_after_days: read('ERASE_AFTER_DAYS', 30, countOf(0, 3650), 'a number of days, from 0 to 3650'),
    mail: mailOf(read, public_url, environment),
    ...doorOf(env, read, mistakes),
    oidc: oidcOf(read, anyHttpUrlOf, mistakes),
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

/** The access token of the command line's user; null: the command line acts as the operator. */
export const commandToken = (): string | null => process.env['COMMONWEAL_TOKEN']?.trim() || null;

/** A thread costs 60 MB, and a call between threads 24 µs: without cores for them, no threads are fastest. */
export const workersFor = (cores: number, platform: string = process.platform): number =>
  // Only on Linux can several threads listen on one port.
  cores <= 2 || platform !== 'linux' ? 0 : Math.min(cores - 1, 4);

// A URL often contains a password.
const SECRET = /(URL|SECRET|PASSWORD|KEY)$/;
const HTTP_URL = 'an http(s) URL without a path';
const POSTGRES_URL = 'postgres://user:password@host:port/database';
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

const ENVIRONMENTS = ['production', 'development', 'test'] as const;

const PROVIDERS = ['sandbox', 'stripe'] as const;

const STRIPE = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

type Read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, wanted: string) => T;

/** Who collects money. */
function collectingOf(
  env: Record<string, string | undefined>,
  read: Read,
  mistakes: string[],
  sandbox: boolean,
): Pick<Config, 'payment_provider' | 'provider_fees' | 'disabled_services' | 'stripe'> {
  const stripe = stripeOf(env, read, mistakes);
  const wanted = `one of ${PROVIDERS.join(', ')}`;
  const asked = read<Config['payment_provider'] | null>('PAYMENT_PROVIDER', null, providerOf, wanted);
  if (asked === 'stripe' && !stripe)
    mistakes.push(`PAYMENT_PROVIDER is 'stripe': set ${STRIPE.join(', ')} as well`);
  if (asked === 'sandbox' && !sandbox)
    mistakes.push("PAYMENT_PROVIDER is 'sandbox': that collects no money, and is off in production");
  const payment_provider = asked ?? (stripe ? 'stripe' : 'sandbox');
  // No key guards the sandbox's routes.
  const disabled_services = sandbox && payment_provider === 'sandbox' ? [] : ['sandbox'];
  const provider_fees = read('PROVIDER_FEES', usualFees[payment_provider]!, parseFees, FEES);
  return { payment_provider, provider_fees, disabled_services, stripe };
}

/** Null where Stripe is not set up, or not right. */
function stripeOf(
  env: Record<string, string | undefined>,
  read: Read,
  mistakes: string[],
): StripeSettings | null {
  const missing = STRIPE.filter((name) => !env[name]?.trim());
  if (missing.length > 0 && missing.length < STRIPE.length)
    mistakes.push(`${STRIPE.join(', ')} come together: there is no ${missing.join(' and no ')}`);
  const secret_key = read(
    'STRIPE_SECRET_KEY',
    '',
    matching(/^[sr]k_(test|live)_\w+$/),
    'a secret key of Stripe (sk_…)',
  );
  const publishable_key = read(
    'STRIPE_PUBLISHABLE_KEY',
    '',
    matching(/^pk_(test|live)_\w+$/),
    'a publishable key of Stripe (pk_…)',
  );
  const webhook_secrets = read<string[]>(
    'STRIPE_WEBHOOK_SECRET',
    [],
    stripeSecretsOf,
    'one or more signing secrets of Stripe (whsec_…), with commas between',
  );
  const api_url = read('STRIPE_API_URL', 'https://api.stripe.com', httpUrlOf, HTTP_URL);
  if (!secret_key || !publishable_key || webhook_secrets.length === 0) return null;
  if (modeOf(secret_key) !== modeOf(publishable_key))
    mistakes.push(
      'STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY must both be of the test mode or both be live',
    );
  return { secret_key, publishable_key, webhook_secrets, api_url };
}

/** What strangers must pass. */
function doorOf(
  env: Record<string, string | undefined>,
  read: Read,
  mistakes: string[],
): Pick<
  Config,
  'guest_pledges_per_minute' | 'trusted_proxies' | 'rate_limits' | 'cors_origins' | 'challenge'
> {
  const url = read<string | null>(
    'CHALLENGE_URL',
    null,
    anyHttpUrlOf,
    'an http(s) URL, such as https://…/siteverify',
  );
  const secret = env['CHALLENGE_SECRET']?.trim();
  if (!env['CHALLENGE_URL']?.trim() !== !secret)
    mistakes.push('CHALLENGE_URL and CHALLENGE_SECRET come together: set both or neither');
  const pledges = countOf(0, 10_000);
  return {
    guest_pledges_per_minute: read('GUEST_PLEDGES_PER_MINUTE', 30, pledges, 'a number from 0 to 10000'),
    trusted_proxies: read<Config['trusted_proxies']>('TRUSTED_PROXIES', 0, proxiesOf, PROXIES),
    rate_limits: read('RATE_LIMITS', usualRates, rateLimitsOf, RATES),
    cors_origins: read<readonly string[]>('CORS_ORIGINS', [], originsOf, ORIGINS),
    challenge: url && secret ? { url, secret } : null,
  };
}

/** Emails leave by SMTP_URL, from an address at the platform's own host by default. */
const mailOf = (read: Read, public_url: string, environment: string): MailSettings => ({
  smtp_url: read<string | null>('SMTP_URL', null, smtpUrlOf, 'smtp(s)://user:password@host:port'),
  from: read('MAIL_FROM', `no-reply@${new URL(public_url).hostname}`, emailOf, 'an e-mail address'),
  is_awaited: environment === 'production',
});

const modeOf = (key: string) => key.split('_')[1];

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

function stripeSecretsOf(text: string) {
  const secrets = text.split(',').map((secret) => secret.trim());
  return secrets.every((secret) => /^whsec_[\w+/=]+$/.test(secret)) ? secrets : undefined;
}

const providerOf = (text: string) => PROVIDERS.find((provider) => provider === text);

const environmentOf = (text: string) => ENVIRONMENTS.find((environment) => environment === text);

const levelOf = (text: string) => LEVELS.find((level) => level === text);

const emailOf = (text: string) => (isEmail(text) ? text : undefined);

const portOf = (text: string) =>
  /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;

const countOf = (min: number, max: number) => (text: string) =>
  /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;

const listOf = (text: string) =>
  /^[a-z-]+(\s*,\s*[a-z-]+)*$/.test(text) ? text.split(',').map((name) => name.trim()) : undefined;

const urlOf = (text: string, protocols: string[]) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) ? new URL(text) : undefined;

const httpUrlOf = (text: string) => {
  const url = urlOf(text, ['http:', 'https:']);
  return url?.pathname === '/' && !url.search ? url.origin : undefined;
};

const anyHttpUrlOf = (text: string) => (urlOf(text, ['http:', 'https:']) ? text : undefined);

const redisUrlOf = (text: string) => (urlOf(text, ['redis:', 'rediss:']) ? text : undefined);

const smtpUrlOf = (text: string) => (urlOf(text, ['smtp:', 'smtps:'])?.hostname ? text : undefined);

const postgresUrlOf = (text: string) => (urlOf(text, ['postgres:', 'postgresql:']) ? text : undefined);

function secretsOf(text: string) {
  const secrets = text.split(',').map((secret) => secret.trim().replace(/^whsec_/, ''));
  const isGood = (secret: string) =>
    /^[A-Za-z0-9+/]+=*$/.test(secret) && Buffer.from(secret, 'base64').length >= 24;
  return secrets.every(isGood) ? secrets : undefined;
}
