// People who may do exactly what a test says: by a role alone, without what every member may.
import type { Permission } from '#contracts';
import { client, type Client } from '#test/client';
import { OPERATOR_KEY, type TestPlatform } from '#test/platform';
import { world } from '#lib/world';

/** Who calls, and what they may do. */
export interface Person {
  who: string;
  api: Client;
  user_id: string;
  allowed: ReadonlySet<Permission>;
}

const DAY_MS = 24 * 3600_000;
export const tomorrow = () => new Date(world.nowMs() + DAY_MS).toISOString();

export function crowd(platform: Pick<TestPlatform, 'url' | 'quiet'>) {
  const { url } = platform;
  const operator = client(url, OPERATOR_KEY);

  const grant = (id: string, name: string, more: { resource?: string; expires_at?: string } = {}) =>
    operator.call('permissions.grant_role', { id, name, ...more });

  /** A new role that allows this and nothing else. */
  async function aRole(permissions: Iterable<Permission>): Promise<string> {
    const name = `role-${world.newId().slice(-12)}`;
    await operator.call('permissions.create_role', { name, permissions: [...permissions] });
    return name;
  }

  return {
    operator,
    grant,
    aRole,

    /** People with one role each, in its place a new one of these permissions. They ask for nothing before they have it. */
    async withRoles(
      wanted: { who: string; role?: string; allowed: Iterable<Permission> }[],
    ): Promise<Person[]> {
      const people = await Promise.all(
        wanted.map(async (each) => ({ ...each, api: await client(url).register() })),
      );
      // Then all have the role that everybody gets.
      await platform.quiet();
      return Promise.all(
        people.map(async ({ who, role, allowed, api }) => {
          const { id } = api.user;
          if (role !== 'member') {
            await grant(id, role ?? (await aRole(allowed)));
            await operator.call('permissions.revoke_role', { id, name: 'member' });
          }
          return { who, api, user_id: id, allowed: new Set(allowed) };
        }),
      );
    },

    /** A program of this person that was let no more than this. */
    async aProgram({ api, user_id }: Person, who: string, permissions: Permission[]): Promise<Person> {
      const wish = { name: 'Program', permissions, expires_at: tomorrow() };
      const { token } = await api.call('auth.create_access_token', wish);
      return { who, api: client(url, token), user_id, allowed: new Set(permissions) };
    },
  };
}
