import { may } from '#lib/caller';
import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listCampaigns } from '../campaign.store.ts';

export default action('campaigns.list', async function ({ params, meta: { caller } }) {
  const { status = null, owner_id = null, q = null } = params;
  const page = pageQuery(params);
  const viewer = {
    viewer_id: caller?.user_id ?? null,
    reads_any: may(caller, 'campaigns:read_any'),
  };
  return toPage(await listCampaigns(this.db, { status, owner_id, q, ...viewer, ...page }), page);
});
