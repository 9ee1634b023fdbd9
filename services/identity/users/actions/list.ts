import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listUsers } from '../user.store.ts';

export default action('users.list', async function ({ params }) {
  const page = pageQuery(params);
  return toPage(await listUsers(this.db, { q: params.q ?? null, ...page }), page);
});
