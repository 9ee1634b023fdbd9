import { action } from '#lib/service';
import { findRevocations } from '../revocation.store.ts';

export default action('auth.revocations', async function ({ params: { since } }) {
  return findRevocations(this.db, since);
});
