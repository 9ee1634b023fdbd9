import { createCommand } from '#mixins/actors';
import { beneficiaryOf } from '../beneficiary.ts';
import { writeOff } from '../payout.rules.ts';
import { writeOffActor } from '../payout.store.ts';

export default createCommand('payments.write_off', {
  actor: writeOffActor,
  rule: writeOff,
  load: async (service, ctx) => {
    await beneficiaryOf(service, ctx, ctx.params.beneficiary);
    return ctx.params;
  },
  reply: (written) => written,
});
