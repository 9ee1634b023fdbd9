import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { seesAnonymous, withNames, withoutAnonymous } from '../pledge-export.ts';
import { readPledgesOf } from '../pledge-export.store.ts';

export default action('pledges.export_campaign', async function (ctx) {
  const { campaign_id, cursor } = ctx.params;
  const seesAll = await seesAnonymous(this, ctx);
  const page = toExportPage(await readPledgesOf(this.db, campaign_id, cursor), ({ id }) => id);
  const seen = seesAll ? page.data : page.data.map(withoutAnonymous);
  return { ...page, data: await withNames(ctx, seen) };
});
