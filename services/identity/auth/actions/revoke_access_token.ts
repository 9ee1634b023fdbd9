import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { deleteAccessToken } from '../access-token.store.ts';
import { insertRevocations } from '../revocation.store.ts';

export default action(
  'auth.revoke_access_token',
  async function ({ params: { id }, meta: { caller }, requestID }) {
    const { user_id } = caller!;
    const at = world.now();
    return publishing(this, { requestID, user_id }, async (tx) => {
      if (!(await deleteAccessToken(tx, user_id, id))) throw fail('ACCESS_TOKEN_NOT_FOUND', { id });
      await tx.publish('access_token.revoked', { user_id, access_token_id: id, at });
      await insertRevocations(tx, [{ kind: 'access_token', subject: id }], at);
      return { id };
    });
  },
);
