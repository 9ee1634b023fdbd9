// What must hold between campaigns and pledges.
import type { Result } from '#contracts';
import { callsOf, type Service } from '#lib/service';
import type { Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { findRaised } from './campaign.store.ts';

// Sums are made of all pledges of each, and of 500,000 in some seconds: few campaigns at once.
const PAGE = 20;

type Sums = Result<'pledges.read_sums'>['data'];

/** A campaign has raised what its pledges have brought it. */
export const raisedByPledges: Check = async (service, after) => {
  const read = async () =>
    (await callsOf(service).call('pledges.read_sums', { ...(after !== null && { after }), limit: PAGE }))
      .data;
  const sums = await read();
  const violations = await confirm(await unequal(service, sums), async (ids) =>
    unequal(
      service,
      (await read()).filter(({ campaign_id }) => ids.includes(campaign_id)),
    ),
  );
  const ids = sums.map(({ campaign_id }) => campaign_id);
  return lookAtPage(ids, PAGE, violations);
};

async function unequal({ db }: Service, sums: Sums): Promise<Suspects> {
  const ids = sums.map(({ campaign_id }) => campaign_id);
  const raised = await findRaised(db, ids);
  const wrong = sums.filter(({ campaign_id, total }) => raised.get(campaign_id) !== total);
  return new Map(
    wrong.map(({ campaign_id: id, total }) => [
      id,
      `it has ${raised.get(id) ?? 'gone'}, its pledges brought ${total}`,
    ]),
  );
}
