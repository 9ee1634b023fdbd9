// A challenge that keeps programs from pledging as guests: the protocol that Turnstile, hCaptcha and reCAPTCHA share.
import type { ChallengeSettings } from '#config';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';

// They answer within 1 s; a donor waits.
const TIMEOUT_MS = 4000;

/**
 * Asks the verifier whether this token is that of a challenge that was solved. Throws CHALLENGE_FAILED where there is none or
 * it is not, UNAVAILABLE where the verifier gives no answer: who can make it fall silent must not get in by that.
 */
export async function verifyChallenge(
  { logger }: Pick<Service, 'logger'>,
  { url, secret }: ChallengeSettings,
  { token, ip }: { token: string | undefined; ip: string | undefined },
): Promise<void> {
  if (!token)
    throw fail('CHALLENGE_FAILED', { errors: [{ pointer: '/challenge_token', message: 'is missing' }] });
  const form = { secret, response: token, ...(ip ? { remoteip: ip } : {}) };
  const verdict = await ask(url, form).catch((error: unknown) => {
    logger.warn(`The verifier of challenges gave no answer: ${String(error)}`);
    throw fail('UNAVAILABLE');
  });
  if (verdict.success) return;
  const codes = verdict['error-codes'] ?? [];
  // Our own mistake, or its: no donor can do anything about it.
  if (codes.some((code) => /secret|internal|bad-request/.test(code))) {
    logger.error(`The verifier of challenges refuses our question: ${codes.join(', ')}`);
    throw fail('UNAVAILABLE');
  }
  const message = 'must be of a challenge that was just solved, and used once';
  throw fail('CHALLENGE_FAILED', { errors: [{ pointer: '/challenge_token', message }] });
}

interface Verdict {
  success: boolean;
  'error-codes'?: string[];
}

async function ask(url: string, form: Record<string, string>): Promise<Verdict> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const verdict: unknown = await response.json();
  if (typeof verdict !== 'object' || verdict === null || typeof (verdict as Verdict).success !== 'boolean')
    throw new Error(`status ${response.status} without a verdict`);
  const codes = (verdict as Verdict)['error-codes'];
  return {
    success: (verdict as Verdict).success,
    'error-codes': Array.isArray(codes) ? codes.map(String) : [],
  };
}
