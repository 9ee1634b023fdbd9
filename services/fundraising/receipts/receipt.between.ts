// What must hold between receipts and pledges.
import { callsOf, type Service } from '#lib/service';
import type { Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { readConfirmed } from './receipt.invariants.ts';

const PAGE = 2500;

/** Of every pledge, the receipts that count confirm what the campaign has kept of it. */
export const receiptsConfirm: Check = async (service, after) => {
  const { ids, suspects } = await compare(service, after);
  const violations = await confirm(suspects, async (keys) => {
    const again = await compare(service, after);
    return new Map([...again.suspects].filter(([key]) => keys.includes(key)));
  });
  return lookAtPage(ids, PAGE, violations);
};

async function compare(service: Service, after: string | null) {
  const from = after === null ? {} : { after };
  const { data } = await callsOf(service).call('pledges.read_figures', { ...from, limit: PAGE });
  const ids = data.map(({ pledge_id }) => pledge_id);
  const confirmed = await readConfirmed(service.db, ids);
  const suspects: Suspects = new Map();
  for (const { pledge_id, currency, figures } of data) {
    const { captured_amount, refunded_amount, charged_back_amount } = figures;
    const kept = Math.max(0, captured_amount - refunded_amount - charged_back_amount);
    const said = confirmed.get(pledge_id);
    if (said !== undefined && said !== kept)
      suspects.set(pledge_id, `its receipts confirm ${said} ${currency}, of which ${kept} is kept`);
  }
  return { ids, suspects };
}
