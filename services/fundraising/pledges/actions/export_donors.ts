import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { seesAnonymous, withNames } from '../pledge-export.ts';
import { readAnonymous, readDonors } from '../pledge-export.store.ts';

export default action('pledges.export_donors', async function (ctx) {
  const { campaign_id, cursor } = ctx.params;
  const with_anonymous = await seesAnonymous(this, ctx);
  const found = await readDonors(this.db, {
    campaign_id,
    with_anonymous,
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const page = toExportPage(found, ({ donor_id }) => donor_id!);
  const data = await withNames(ctx, page.data);
  if (page.next_cursor === null && !with_anonymous) data.push(...(await readAnonymous(this.db, campaign_id)));
  return { ...page, data };
});
