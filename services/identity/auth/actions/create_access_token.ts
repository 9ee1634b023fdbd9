import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { addMs, world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { insertAccessToken } from '../access-token.store.ts';
import { hashOfToken } from '../login-session.tokens.ts';

// A token that nobody remembers must end some day.
const LONGEST_MS = 366 * 24 * 3600_000;
const MOST = 50;

export default action('auth.create_access_token', async function ({ params, meta: { caller }, requestID }) {
  const { name, permissions } = params;
  const { user_id, permissions: own } = caller!;
  const created_at = world.now();
  const expires_at = addMs(params.expires_at, 0);
  if (expires_at <= created_at || expires_at > addMs(created_at, LONGEST_MS))
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/expires_at', message: 'must be in the future, within a year' }],
    });
  const missing = permissions.filter((permission) => !own.has(permission));
  if (missing.length > 0) throw fail('GRANT_EXCEEDS_OWN', { missing });
  const id = world.newId();
  // The prefix tells people, and programs that look for leaked secrets, what this is.
  const token = `cw_${world.newSecret(32)}`;
  return publishing(this, { requestID, user_id }, async (tx) => {
    const made = { id, name, permissions, created_at, expires_at };
    if (!(await insertAccessToken(tx, { ...made, user_id, hash: hashOfToken(token) }, MOST)))
      throw fail('TOO_MANY_ACCESS_TOKENS', { most: MOST });
    await tx.publish('access_token.created', {
      user_id,
      access_token_id: id,
      name,
      permissions,
      at: created_at,
    });
    return { ...made, last_used_at: null, token };
  });
});
