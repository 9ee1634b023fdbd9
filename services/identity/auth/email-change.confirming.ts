// What the links of a change of address do. When both were pressed, the account has the new one.
import { isConflict } from '#lib/database';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { lockCredentials, saveEmail } from './credentials.store.ts';
import { readEmailLink } from './email-change.link.ts';
import { confirmSide, deleteEmailChange, findEmailChange } from './email-change.store.ts';
import { deleteResets } from './password-reset.store.ts';

type From = Pick<Ctx<unknown>, 'requestID'>;

/** Throws EMAIL_LINK_INVALID, and EMAIL_TAKEN where somebody has registered the address meanwhile. */
export async function confirmEmail(
  service: Service,
  { requestID }: From,
  token: string,
): Promise<{ email: string; changed: boolean }> {
  const { id, side } = readEmailLink(service, token);
  const { user_id } = await changeOf(service, id);
  return publishing(service, { requestID: requestID ?? null, user_id }, async (tx) => {
    // One link after the other: of both at once, neither would find the other pressed.
    await lockCredentials(tx, user_id);
    const at = world.now();
    await confirmSide(tx, id, side, at);
    const change = await findEmailChange(tx, id, at);
    if (!change) throw fail('EMAIL_LINK_INVALID');
    const { new_email: email, old_email, old_confirmed_at, new_confirmed_at } = change;
    if (old_confirmed_at === null || new_confirmed_at === null) return { email, changed: false };
    await saveEmail(tx, user_id, email);
    await deleteEmailChange(tx, user_id);
    // They went to the old mailbox.
    await deleteResets(tx, user_id);
    await tx.publish('user.email_changed', { user_id, email, old_email, at });
    return { email, changed: true };
  }).catch((error: unknown) => {
    // Registered at this very moment: the address is unique.
    throw isConflict(error) ? fail('EMAIL_TAKEN') : error;
  });
}

/** Calls the change off; returns the address that stays. Throws EMAIL_LINK_INVALID. */
export async function cancelEmailChange(service: Service, token: string): Promise<{ old_email: string }> {
  const { id } = readEmailLink(service, token);
  const { user_id, old_email } = await changeOf(service, id);
  await publishing(service, { user_id }, async (tx) => {
    await lockCredentials(tx, user_id);
    // Done meanwhile: then it can't be called off.
    if (!(await findEmailChange(tx, id, world.now()))) throw fail('EMAIL_LINK_INVALID');
    await deleteEmailChange(tx, user_id);
  });
  return { old_email };
}

/** Throws EMAIL_LINK_INVALID where it is over. */
export async function changeOf({ db }: Service, id: string) {
  const change = await findEmailChange(db, id, world.now());
  if (!change) throw fail('EMAIL_LINK_INVALID');
  return change;
}
