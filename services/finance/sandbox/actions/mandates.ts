// Saved cards, for scripts and for the donor who gives another.
import { settingsOf } from '#lib/broker';
import { action } from '#lib/service';
import { command } from '#mixins/actors';
import { mandatePage } from '../mandate.page.ts';
import { behaveMandate, saveCard } from '../mandate.rules.ts';
import { mandateOf, sandboxMandateActor } from '../mandate.store.ts';

export const actionsOnMandates = [
  action('sandbox.get_mandate', function ({ params: { id } }) {
    return mandateOf(this.db, id);
  }),
  action('sandbox.mandate_page', async function ({ params: { id } }) {
    return mandatePage(await mandateOf(this.db, id));
  }),
  command('sandbox.behave_mandate', {
    actor: sandboxMandateActor,
    rule: behaveMandate,
    reply: (mandate) => mandate,
  }),
  command('sandbox.save_card', {
    actor: sandboxMandateActor,
    rule: saveCard,
    reply: ({ id }, { broker }) => ({ location: `${settingsOf(broker).public_url}/mandates/${id}/saved` }),
  }),
];
