import type { PasskeyProof } from '#contracts/identity/passkey.shapes';
import { transaction } from '#lib/database';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import type { PasskeyUse } from './authentication-methods.rules.ts';
import { partyOf, readUse } from './passkey.ceremonies.ts';
import { lockPasskey, saveUse, takeChallenge } from './passkey.store.ts';

/**
 * Who has answered a challenge by their passkey: alone, whoever it is, and the device must have checked that; beside a password, its
 * user. Undefined where it is not right. The challenge is used up in any case, before the answer is looked at.
 */
export async function usePasskey(
  service: Service,
  { challenge_id, response }: PasskeyProof,
  beside: { user_id: string } | 'alone',
): Promise<PasskeyUse | undefined> {
  const isAlone = beside === 'alone';
  const purpose = isAlone ? 'login' : 'second_factor';
  const wanted = { id: challenge_id, purpose, user_id: isAlone ? null : beside.user_id } as const;
  const challenge = await takeChallenge(service.db, wanted);
  const party = partyOf(service);
  if (!challenge || !party || challenge.expires_at <= world.now()) return undefined;
  // A device that was asked for any of its keys says whose it used (WebAuthn, 7.2, step 6).
  if (isAlone && !response.response.userHandle) return undefined;
  return transaction(service.db, async (tx) => {
    const passkey = await lockPasskey(tx, response.id);
    if (!passkey || (!isAlone && passkey.user_id !== beside.user_id)) return undefined;
    const use = await readUse(party, challenge, passkey, response);
    if (!use || (isAlone && !use.is_verified)) return undefined;
    const alone = isAlone || passkey.alone;
    await saveUse(tx, { ...passkey, ...use, alone }, world.now());
    return { user_id: passkey.user_id, synced: use.synced, is_verified: use.is_verified };
  });
}
