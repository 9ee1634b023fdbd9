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
  const isLast = page.next_cursor === null;
  const anonymous = isLast && !with_anonymous ? await readAnonymous(this.db, campaign_id) : [];
  const givers = [...page.data, ...anonymous].filter(({ gifts }) => gifts > 0);
  return { ...page, data: await withNames(ctx, givers) };
});
