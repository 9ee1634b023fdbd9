import { uuidv5 } from '#lib/world';
import { apply } from '#mixins/actors';
import { job } from '#mixins/timers';
import { findGiven, thanksActor, thanksStore } from './thanks.store.ts';
import { thankDonors } from './thanks.rules.ts';

// A message each in one commit.
const PAGE = 200;

/** Thanks the donors of a page of pledges, and schedules the next page with that. */
export const thankPage = job('pledges.thanks', async (service, { key }) => {
  const [thanks] = await thanksStore.load(service.db, [key], false);
  if (!thanks || thanks.status === 'SENT') return;
  const given = await findGiven(service.db, thanks, PAGE);
  const after = thanks.thanked_to;
  await apply(service, thanksActor, {
    name: 'pledges.thanks',
    key,
    rule: thankDonors,
    input: { after, given, is_last: given.length < PAGE },
    command_id: uuidv5(`thanks ${key} after ${after}`),
  });
});
