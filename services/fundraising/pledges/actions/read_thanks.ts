import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { shownThanks, thanksStore } from '../thanks.store.ts';

export default action('pledges.read_thanks', async function ({ params: { thanks_id } }) {
  const [thanks] = await thanksStore.load(this.db, [thanks_id], false);
  if (!thanks) throw fail('THANKS_NOT_FOUND', { id: thanks_id });
  return shownThanks(thanks);
});
