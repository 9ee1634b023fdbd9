import { action } from '#lib/service';
import { apply } from '#mixins/actors';
import { setMandateUp } from '../mandate.rules.ts';
import { mandateActor, mandateOf } from '../mandate.store.ts';
import { providerOf } from '../providers/index.ts';

/** It is known before the donor sees it: so that the card which they give there is found. */
export default action('payments.set_mandate_up', async function ({ params: { mandate_id } }) {
  const mandate = await mandateOf(this.db, mandate_id);
  const { url, set_up } = await providerOf(this, mandate.provider).mandates.setUp(this, mandate);
  await apply(this, mandateActor, {
    name: 'payments.set_mandate_up',
    key: mandate_id,
    rule: setMandateUp,
    input: { set_up },
    command_id: null,
  });
  return { url };
});
