import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { settingsOf } from '#lib/broker';
import { isDisconnected } from '#lib/database';
import { codeOf, fail, isTransient } from '#lib/errors';
import { defineMixin, type Calls, type Ctx, type Service } from '#lib/service';
import { world } from '#lib/world';
import { openAccount } from './account.opening.ts';
import { addressOf } from '#lib/mail-address';
import { findCredentials } from './credentials.store.ts';
import { weaknessOf } from './password.rules.ts';

type Starting = Service & {
  makingAdmin: Promise<void>;
  isMakingAdmin: boolean;
  stopMakingAdmin: () => void;
};
type Admin = NonNullable<ReturnType<typeof settingsOf>['admin']>;

// Users may start at the same time, or on another node.
const RETRY_MS = 250;

/**
 * Creates the account of ADMIN_EMAIL and ADMIN_PASSWORD, unless the address has one. No start waits for it, but readiness does: the
 * first thing that a script does is to sign in.
 */
export const firstAdmin = defineMixin<Starting>({
  async started() {
    const { admin } = settingsOf(this.broker);
    const stopped = new Promise<void>((resolve) => (this.stopMakingAdmin = resolve));
    this.isMakingAdmin = admin !== null;
    if (admin) this.makingAdmin = makeAdmin(this, admin, stopped).finally(() => (this.isMakingAdmin = false));
  },
  async stopped() {
    this.stopMakingAdmin?.();
    await this.makingAdmin;
  },
  actions: {
    // In place of the database's own.
    health: {
      visibility: 'public',
      async handler() {
        if (this.isMakingAdmin) throw fail('UNAVAILABLE');
        await this.db.query('select 1');
      },
    },
  },
});

async function makeAdmin(service: Service, admin: Admin, stopped: Promise<void>) {
  let isStopped = false;
  void stopped.then(() => (isStopped = true));
  while (!isStopped) {
    try {
      return await makeUnlessThere(service, admin, stopped);
    } catch (error) {
      if (!mayPass(error)) return service.logger.error('The first admin could not be made', error);
    }
    await world.sleepUnless(stopped, RETRY_MS);
  }
}

/** Another node may create the same account at this moment: then the retry finds it. */
const mayPass = (error: unknown) =>
  isTransient(error) || isDisconnected(error) || codeOf(error) === 'EMAIL_TAKEN';

async function makeUnlessThere(
  service: Service,
  { email, password }: Admin,
  stopped: Promise<void>,
): Promise<void> {
  const known = await findCredentials(service.db, addressOf(email));
  const call: Ctx<unknown>['call'] = (name, params) => service.broker.call(name, params);
  if (known) return warnUnlessAdmin(service, { call }, { email, user_id: known.user_id }, stopped);
  // The operator may choose; the gateway's rules are for strangers.
  const weakness = weaknessOf(password, email);
  if (weakness) service.logger.warn(`ADMIN_PASSWORD is easily guessed: it should be ${weakness}.`);
  const account = { email, password, name: 'Admin', roles: [DEFAULT_ROLE, 'admin'] };
  await openAccount(service, { call }, account, async () => {});
}

// Another node may have made the account a moment ago: its role follows by a message.
const LOOKS = 20;

async function warnUnlessAdmin(
  { logger }: Service,
  calls: Calls,
  { email, user_id }: { email: string; user_id: string },
  stopped: Promise<void>,
): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const { permissions } = await calls.call('permissions.read_effective', { user_id, roles: [] });
    if (permissions.includes('roles:grant')) return;
    await world.sleepUnless(stopped, RETRY_MS);
  }
  logger.warn(`ADMIN_EMAIL: ${email} has an account already, which is no admin. It is left as it is.`);
}
