import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { withNames } from '../pledge-export.ts';
import { readAllPledges } from '../pledge-export.store.ts';

export default action('pledges.export', async function (ctx) {
  const rows = await readAllPledges(this.db, ctx.params.cursor);
  const page = toExportPage(rows, ({ id }) => id);
  return { ...page, data: await withNames(ctx, page.data) };
});
