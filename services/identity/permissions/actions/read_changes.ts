import { action } from '#lib/service';
import { findChanges } from '../role.store.ts';

export default action('permissions.read_changes', async function ({ params: { since } }) {
  const { seq, first, rows } = await findChanges(this.db, since);
  // Some were deleted before they were read here; or the numbers began anew, in a restored database.
  const missed = since !== null && (since < first - 1 || since > seq);
  const user_ids = [...new Set(rows.map(({ user_id }) => user_id))];
  return {
    seq,
    user_ids: user_ids.filter((id) => id !== null),
    everybody: missed || user_ids.includes(null),
  };
});
