import { action } from '#lib/service';
import { mandateOf } from '../mandate.store.ts';
import { cardPageOf } from '../providers/index.ts';

/** Where another card is given on a page of ours. */
export default action('payments.card_page', async function ({ params: { id } }) {
  return cardPageOf(this, await mandateOf(this.db, id));
});
