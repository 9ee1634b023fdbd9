import { noRateLimits, usualRates } from './config.door.ts';
import { readConfig, workersFor } from '#config';
import { complaintOf } from '#test/complaint';
import { expect, test } from '@jest/globals';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const secret = Buffer.alloc(24, 'secret').toString('base64');
const other = Buffer.alloc(32, 'other').toString('base64');

const stripe = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_a',
};

test('nothing has to be set', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    public_url: 'http://127.0.0.1:8080',
    rate_limits: usualRates,
    cors_origins: [],
    data_dir: resolve('.commonweal'),
    database_url: null,
    database_urls: {},
    redis_url: null,
    services: null,
    workers: workersFor(availableParallelism()),
    replicas: 1,
    log_level: 'warn',
    admin: null,
    sandbox_webhook_secrets: null,
    sandbox: true,
    oidc: null,
    payment_provider: 'sandbox',
    provider_fees: {},
    disabled_services: [],
    stripe: null,
    erase_after_days: 30,
    retry_delays_ms: [1000, 2000, 4000],
    mail: { smtp_url: null, from: 'no-reply@127.0.0.1', is_awaited: false },
    guest_pledges_per_minute: 30,
    trusted_proxies: 0,
    challenge: null,
  });
});

test.each([
  [1, 'linux', 0],
  [2, 'linux', 0],
  [3, 'linux', 2],
  [5, 'linux', 4],
  [64, 'linux', 4],
  [64, 'darwin', 0],
])('a machine of %d cores and %s has %d threads if it is not told', (cores, platform, threads) => {
  expect(workersFor(cores, platform)).toBe(threads);
});

test('what is blank is not set', () => {
  const blank = {
    HOST: '',
    PORT: ' ',
    DATABASE_URL: '',
    PLEDGES_DATABASE_URL: ' ',
    SERVICES: '',
    DATA_DIR: '',
  };
  expect(readConfig(blank)).toEqual(readConfig({}));
});

test.each<[object, object]>([
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ PORT: '1' }, { port: 1 }],
  [{ PORT: ' 65535 ' }, { port: 65535, public_url: 'http://127.0.0.1:65535' }],
  [{ PUBLIC_URL: 'https://give.example/' }, { public_url: 'https://give.example' }],
  [{ DATA_DIR: '/var/lib/commonweal' }, { data_dir: '/var/lib/commonweal' }],
  [{ DATABASE_URL: 'postgres://me:pw@db:5432/all' }, { database_url: 'postgres://me:pw@db:5432/all' }],
  [{ REDIS_URL: 'rediss://:pw@cache:6380' }, { redis_url: 'rediss://:pw@cache:6380' }],
  [
    { PLEDGES_DATABASE_URL: 'postgresql://db/p', TOTALS_DATABASE_URL: 'postgres://db/t' },
    { database_url: null, database_urls: { pledges: 'postgresql://db/p', totals: 'postgres://db/t' } },
  ],
  [{ SERVICES: 'pledges, totals,gateway' }, { services: ['pledges', 'totals', 'gateway'] }],
  [{ LOG_LEVEL: 'debug' }, { log_level: 'debug' }],
  [
    { ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: ' ten chars ' },
    { admin: { email: 'ada@example.org', password: ' ten chars ' } },
  ],
  [{ SANDBOX_WEBHOOK_SECRET: `whsec_${secret}, ${other}` }, { sandbox_webhook_secrets: [secret, other] }],
  [{ WORKERS: '0' }, { workers: 0 }],
  [
    { WORKERS: '64', REPLICAS: '2' },
    { workers: 64, replicas: 2 },
  ],
  [{ SMTP_URL: 'smtps://me:pw@mail.example:465' }, { mail: { smtp_url: 'smtps://me:pw@mail.example:465' } }],
  [{ PUBLIC_URL: 'https://give.example' }, { mail: { from: 'no-reply@give.example' } }],
  [{ MAIL_FROM: 'hello@give.example' }, { mail: { from: 'hello@give.example' } }],
  [
    { NODE_ENV: ' production ' },
    { sandbox: false, disabled_services: ['sandbox'], mail: { is_awaited: true } },
  ],
  [{ NODE_ENV: 'development' }, { sandbox: true }],
  [{ NODE_ENV: 'test' }, { sandbox: true }],
  [{ GUEST_PLEDGES_PER_MINUTE: '0' }, { guest_pledges_per_minute: 0 }],
  [{ GUEST_PLEDGES_PER_MINUTE: '10000' }, { guest_pledges_per_minute: 10_000 }],
  [{ TRUSTED_PROXIES: '2' }, { trusted_proxies: 2 }],
  [{ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { trusted_proxies: ['10.0.0.0/8', '::1'] }],
  [{ RATE_LIMITS: 'off' }, { rate_limits: noRateLimits }],
  [{ RATE_LIMITS: 'user:5, gateway:0' }, { rate_limits: { ...usualRates, user: 5, gateway: 0 } }],
  [{ CORS_ORIGINS: '*' }, { cors_origins: ['*'] }],
  [
    { CORS_ORIGINS: 'https://a.example, http://b:3000/' },
    { cors_origins: ['https://a.example', 'http://b:3000'] },
  ],
  [
    { CHALLENGE_URL: 'https://verifier.example/siteverify', CHALLENGE_SECRET: 's' },
    { challenge: { url: 'https://verifier.example/siteverify', secret: 's' } },
  ],
  [
    stripe,
    {
      payment_provider: 'stripe',
      stripe: {
        secret_key: 'sk_test_1',
        publishable_key: 'pk_test_1',
        webhook_secrets: ['whsec_a'],
        api_url: 'https://api.stripe.com',
      },
    },
  ],
  [
    { ...stripe, STRIPE_WEBHOOK_SECRET: 'whsec_a, whsec_b', STRIPE_API_URL: 'http://127.0.0.1:1' },
    { stripe: { webhook_secrets: ['whsec_a', 'whsec_b'], api_url: 'http://127.0.0.1:1' } },
  ],
  [
    { ...stripe, PAYMENT_PROVIDER: 'sandbox' },
    { payment_provider: 'sandbox', provider_fees: {} },
  ],
  [
    stripe,
    { provider_fees: { EUR: { basis_points: 150, fixed: 25 }, '*': { basis_points: 290, fixed: 0 } } },
  ],
  [{ PROVIDER_FEES: 'EUR:1.2%+10' }, { provider_fees: { EUR: { basis_points: 120, fixed: 10 } } }],
  [
    { NODE_ENV: 'production', ...stripe },
    { payment_provider: 'stripe', sandbox: false },
  ],
])('%j sets %j', (env, settings) => {
  expect(readConfig(env as Record<string, string>)).toMatchObject(settings);
});

test.each([
  ['PORT', '0', 'a port number'],
  ['PORT', '65536', 'a port number'],
  ['PORT', '80a', 'a port number'],
  ['PORT', '-1', 'a port number'],
  ['PUBLIC_URL', 'give.example', 'an http(s) URL'],
  ['PUBLIC_URL', 'ftp://give.example', 'an http(s) URL'],
  ['PUBLIC_URL', 'https://give.example/api', 'without a path'],
  ['PUBLIC_URL', 'https://give.example/?a=b', 'without a path'],
  ['DATABASE_URL', 'mysql://db/all', 'postgres://'],
  ['DATABASE_URL', 'localhost', 'postgres://'],
  ['REDIS_URL', 'http://cache', 'redis://'],
  ['PLEDGES_DATABASE_URL', 'db', 'postgres://'],
  [
    'PLEDGE_DATABASE_URL',
    'postgres://db/p',
    'there are auth, campaigns, notifications, ops, payments, permissions, pledges, receipts, sandbox, subscriptions, totals, users',
  ],
  ['GATEWAY_DATABASE_URL', 'postgres://db/p', 'is for no service'],
  ['SERVICES', 'pledges;totals', 'a list of service names'],
  ['SERVICES', 'pledges,,totals', 'a list of service names'],
  ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug'],
  ['SANDBOX_WEBHOOK_SECRET', 'short', '24 bytes in base64'],
  ['SANDBOX_WEBHOOK_SECRET', `${secret},`, '24 bytes in base64'],
  ['WORKERS', '-1', 'a number from 0 to 64'],
  ['WORKERS', '65', 'a number from 0 to 64'],
  ['WORKERS', '1.5', 'a number from 0 to 64'],
  ['REPLICAS', '0', 'a number from 1 to 64'],
  ['REPLICAS', 'two', 'a number from 1 to 64'],
  ['PROVIDER_FEES', '1.5%', 'such as EUR:1.5%+25'],
  ['PROVIDER_FEES', 'EUR:1.555%', 'such as EUR:1.5%+25'],
  ['GUEST_PLEDGES_PER_MINUTE', '10001', 'a number from 0 to 10000'],
  ['TRUSTED_PROXIES', 'all', 'a number from 0 to 9'],
  ['TRUSTED_PROXIES', '10.0.0.0/33', 'or networks'],
  ['RATE_LIMITS', 'users:5', 'as in user:3000,gateway:0'],
  ['CORS_ORIGINS', 'https://give.example/page', 'origins'],
  ['CHALLENGE_URL', 'verifier.example', 'an http(s) URL'],
  ['CHALLENGE_URL', 'https://verifier.example', 'set both or neither'],
  ['CHALLENGE_SECRET', 's', 'set both or neither'],
  ['SMTP_URL', 'http://mail.example', 'smtp(s)://'],
  ['SMTP_URL', 'smtp://', 'smtp(s)://'],
  ['MAIL_FROM', 'Commonweal', 'an e-mail address'],
  ['NODE_ENV', 'Production', 'one of production, development, test'],
  ['NODE_ENV', 'prod', 'one of production, development, test'],
  ['ADMIN_EMAIL', 'ada@example.org', 'set both or neither'],
  ['ADMIN_EMAIL', 'ada', 'an e-mail address'],
  ['ADMIN_PASSWORD', 'nine char', 'from 10 to 200 characters'],
  ['ADMIN_PASSWORD', '🎻🎻🎻🎻🎻', 'from 10 to 200 characters'],
  ['ADMIN_PASSWORD', 'a'.repeat(201), 'from 10 to 200 characters'],
  ['ADMIN_PASSWORD', 'long enough', 'set both or neither'],
])("%s can't be '%s'", (name, value, wanted) => {
  const reading = () => readConfig({ [name]: value });
  expect(reading).toThrow(name);
  expect(reading).toThrow(wanted);
});

test.each<[string, object, string]>([
  ['stripe without its keys', { PAYMENT_PROVIDER: 'stripe' }, 'set STRIPE_SECRET_KEY'],
  ['another', { PAYMENT_PROVIDER: 'paypal' }, 'one of sandbox, stripe'],
  ['the sandbox in production', { PAYMENT_PROVIDER: 'sandbox', NODE_ENV: 'production' }, 'collects no money'],
  ['stripe without its webhooks', { ...stripe, STRIPE_WEBHOOK_SECRET: '' }, 'no STRIPE_WEBHOOK_SECRET'],
  ['no secret key', { ...stripe, STRIPE_SECRET_KEY: 'pk_test_1' }, 'a secret key'],
  ['no publishable key', { ...stripe, STRIPE_PUBLISHABLE_KEY: 'sk_test_1' }, 'a publishable key'],
  ['a secret that is none', { ...stripe, STRIPE_WEBHOOK_SECRET: 'whsec_a,' }, 'signing secrets'],
  ['keys of two modes', { ...stripe, STRIPE_SECRET_KEY: 'sk_live_1' }, 'both be live'],
  ['an address with a path', { ...stripe, STRIPE_API_URL: 'https://api.stripe.com/v1' }, 'without a path'],
])('no provider of payments: %s', (_what, env, wanted) => {
  expect(() => readConfig(env as Record<string, string>)).toThrow(wanted);
});

test('all that is wrong is said at once', () => {
  const env = {
    PORT: 'http',
    LOG_LEVEL: 'loud',
    PLEDGES_DATABASE_URL: 'db',
    ADMIN_EMAIL: 'ada@example.org',
    ADMIN_PASSWORD: 'short',
  };
  expect(
    complaintOf(env)
      .split('\n- ')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['These', 'PORT', 'ADMIN_PASSWORD', 'LOG_LEVEL', 'PLEDGES_DATABASE_URL']);
});

test('what is wrong is repeated, but nothing that may hold a secret', () => {
  const secrets = {
    PUBLIC_URL: 'https://ada:hunter2@give.example/api',
    DATABASE_URL: 'mysql://ada:hunter2@db/all',
    REDIS_URL: 'http://ada:hunter2@cache',
    PLEDGES_DATABASE_URL: 'mysql://ada:hunter2@db/pledges',
    PLEDGE_DATABASE_URL: 'postgres://ada:hunter2@db/pledges',
    SANDBOX_WEBHOOK_SECRET: 'hunter2',
    SMTP_URL: 'imap://ada:hunter2@mail',
    STRIPE_SECRET_KEY: 'hunter2',
    STRIPE_WEBHOOK_SECRET: 'hunter2',
    ADMIN_PASSWORD: 'hunter2',
  };
  const complaint = complaintOf({ ...secrets, LOG_LEVEL: 'loud' });
  for (const name of Object.keys(secrets)) expect(complaint).toContain(name);
  expect(complaint).not.toContain('hunter2');
  expect(complaint).toContain("LOG_LEVEL is 'loud'");
});
