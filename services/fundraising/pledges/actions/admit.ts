import { action } from '#lib/service';
import { admit } from '../admission.ts';

export default action('pledges.admit', async function (ctx) {
  await admit(this, ctx, null);
  return {};
});
