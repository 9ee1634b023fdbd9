import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { afterWrong, FREE_GUESSES, waitOf } from './guesses.rules.ts';
import { hashOfRecoveryCode } from './recovery-codes.ts';
import {
  countRecoveryCodes,
  lockTotp,
  saveGuesses,
  saveStep,
  spendRecoveryCode,
} from './second-factor.store.ts';
import { codeIn, stepOf } from './totp.codes.ts';
import { unsealApp } from './totp.sealing.ts';

type From = Parameters<typeof publishing>[1];

/**
 * Whether `otp` is a code that the user's app shows, or one of their recovery codes; it is then used up. Throws
 * SECOND_FACTOR_TOO_OFTEN, which recovery codes never meet.
 */
export function useOtp(service: Service, user_id: string, otp: string, from: From): Promise<boolean> {
  const code = codeIn(otp);
  return code === undefined
    ? useRecoveryCode(service, user_id, otp, from)
    : useTotp(service, user_id, code, from);
}

const useTotp = (service: Service, user_id: string, code: string, from: From) =>
  publishing(service, from, async (tx) => {
    const totp = await lockTotp(tx, user_id);
    if (!totp?.confirmed_at) return false;
    const at = world.now();
    const retry_after_s = waitOf(totp, at);
    if (retry_after_s > 0) throw fail('SECOND_FACTOR_TOO_OFTEN', { again_at: totp.again_at, retry_after_s });
    const secret = unsealApp(service, user_id, totp.secret);
    const step = secret && stepOf(secret, code, at, totp.last_step);
    if (step !== undefined) {
      await saveStep(tx, user_id, step, at);
      return true;
    }
    // Refused by the caller, once this is committed.
    const guesses = afterWrong(totp, at);
    await saveGuesses(tx, user_id, guesses);
    if (guesses.wrong === FREE_GUESSES) await tx.publish('user.factor_guessed', { user_id, at });
    return false;
  });

const useRecoveryCode = (service: Service, user_id: string, code: string, from: From) =>
  publishing(service, from, async (tx) => {
    const at = world.now();
    if (!(await spendRecoveryCode(tx, user_id, hashOfRecoveryCode(code), at))) return false;
    const left = await countRecoveryCodes(tx, user_id);
    await tx.publish('user.recovery_code_used', { user_id, left, at });
    return true;
  });
