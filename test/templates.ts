// A database of the newest schema per service and run, whose copies the tests are given: a copy takes 60 ms, and roles,
// databases and migrations of their own took eight services 2 s per test file.
import type pg from 'pg';
import { withLock } from '#lib/postgres/lock';
import { accountOf, provision } from '#lib/postgres/provision';
import { basename } from 'node:path';

/** The service's template, made if this is the first that asks for it in this run, and the URL of its role there. */
export async function templateOf(
  { folder }: { folder?: string },
  admin: pg.Client,
  { adminUrl, secret }: { adminUrl: string; secret: string },
): Promise<{ template: string; url: string }> {
  // Services that a test has written have the shared tables alone.
  const name = folder === undefined ? 'shared' : basename(folder);
  const place = { adminUrl, prefix: 'template_', roleSecret: secret };
  const { name: template, url } = accountOf(name, place);
  const isMade = async () => {
    const made = 'select from pg_database where datname = $1 and datistemplate';
    return (await admin.query(made, [template])).rowCount === 1;
  };
  if (!(await isMade()))
    await withLock(admin, template, async () => {
      if (await isMade()) return;
      await provision({ ...place, services: [name], connectionsPerService: 1 });
      // Not on top: most test files find their templates made, and do without what takes 300 ms to load.
      const { migrate } = await import('#lib/postgres/migrate');
      await migrate({ name, url, ...(folder === undefined ? {} : { folder }) });
      // Only now: what was made by halves is gone on with by the next.
      await admin.query(`alter database ${template} is_template true`);
    });
  return { template, url };
}
