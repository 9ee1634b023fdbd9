import { action } from '#lib/service';
import { saveIfGiven } from '../mandate.saving.ts';
import { cardSavedPage } from '../card-saved.page.ts';

/** What the provider leads here with is not believed: it is asked. Where it has no answer yet, a timer asks again. */
export default action('payments.card_saved_page', async function ({ params: { id } }) {
  return cardSavedPage(await saveIfGiven(this, { mandate_id: id }));
});
