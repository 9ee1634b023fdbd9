// How secrets of authenticator apps are kept: who reads the database reads none. Passwords are hashed; these must be read again.
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { seal, unseal } from './sealing.ts';

/** Bound to its user: moved to another's row it opens no more. */
export const sealApp = (service: Service, user_id: string, secret: Uint8Array): Buffer =>
  seal(bindingOf(service, user_id), secret);

/** The secret; undefined, and logged, where it was sealed for another user or by a platform with another secret. */
export function unsealApp(service: Service, user_id: string, sealed: Buffer): Uint8Array | undefined {
  const secret = unseal(bindingOf(service, user_id), sealed);
  if (!secret)
    service.logger.error(
      `The secret of the authenticator app of user ${user_id} can't be read: has the platform's secret changed?`,
    );
  return secret;
}

const bindingOf = ({ broker }: Service, name: string) => ({
  secret: settingsOf(broker).link_secret,
  purpose: 'authenticator apps',
  name,
});
