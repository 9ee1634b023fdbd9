// How clients may come: the settings of the gateway's limits, of proxies in front of it and of pages of other origins.
import { isIP } from 'node:net';

/** Requests a minute: by address, of who is nobody yet or signs in; by account, of people and of programs. 0: no limit. */
export interface RateLimits {
  anonymous: number;
  user: number;
  program: number;
  sign_in: number;
  /** Of all clients together, at one gateway in a second. */
  gateway: number;
}

export const noRateLimits: RateLimits = { anonymous: 0, user: 0, program: 0, sign_in: 0, gateway: 0 };

export const usualRates: RateLimits = {
  anonymous: 600,
  user: 1200,
  program: 6000,
  sign_in: 60,
  gateway: 1000,
};

export const RATES = `off, or ${Object.keys(noRateLimits).join(', ')} with a number from 0 to 1000000 each, as in user:3000,gateway:0`;

export function rateLimitsOf(text: string): RateLimits | undefined {
  if (text === 'off') return noRateLimits;
  const given = text.split(',').map((part) => /^\s*(\w+)\s*:\s*(\d{1,7})\s*$/.exec(part)?.slice(1) ?? []);
  const isGood = ([name = '', quota = '']: string[]) =>
    Object.hasOwn(usualRates, name) && Number(quota) <= 1_000_000;
  if (!given.every(isGood)) return undefined;
  const quotas: Record<string, number> = {};
  for (const [name, quota] of given) quotas[name!] = Number(quota);
  return { ...usualRates, ...quotas };
}

export const ORIGINS = 'origins as in https://give.example with commas between, or *';

export function originsOf(text: string): string[] | undefined {
  if (text === '*') return ['*'];
  const origins = text.split(',').map((origin) => origin.trim().replace(/\/$/, ''));
  const isOrigin = (origin: string) => /^https?:/.test(origin) && URL.parse(origin)?.origin === origin;
  return origins.every(isOrigin) ? origins : undefined;
}

export const PROXIES = 'a number from 0 to 9, or networks as in 10.0.0.0/8 with commas between';

export function proxiesOf(text: string): number | string[] | undefined {
  if (/^\d$/.test(text)) return Number(text);
  const networks = text.split(',').map((network) => network.trim());
  return networks.every(isNetwork) ? networks : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
