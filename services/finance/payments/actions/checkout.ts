import { action } from '#lib/service';
import { mandateToSetUp } from '../mandate.store.ts';
import { findOpenSoon } from '../payment.checkout.ts';
import { tell } from '../payment.provider.ts';
import { checkOut } from '../payment.rules.ts';
import { providerOf } from '../providers/index.ts';

export default action('payments.checkout', async function ({ params: { purpose_id } }) {
  const payment = await findOpenSoon(this, purpose_id);
  const mandate_id = await mandateToSetUp(this.db, payment);
  const { location, reference } = await providerOf(this, payment.provider).checkout(
    this,
    payment,
    mandate_id,
  );
  if (reference !== null && reference !== payment.reference)
    await tell(this, payment.id, checkOut, { reference });
  return { location };
});
