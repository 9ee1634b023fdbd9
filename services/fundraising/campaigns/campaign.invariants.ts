// What must always hold of campaigns.
import { histories, ofRows } from '#mixins/invariants';

export const campaignInvariants = {
  'history leads to status': histories('campaigns', 'DRAFT'),
  'what is undecided is decided some day': ofRows(
    'campaigns',
    `select id key, 'it has ended, and no timer decides whether it keeps its money' found from page
    where status = 'CLOSED' and funding = 'all_or_nothing' and decided_at is null
      and not exists (select from timers where name = 'campaigns.decide' and timers.key = page.id::text)`,
  ),
};
