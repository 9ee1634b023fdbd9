// A database of the newest schema per service and run, which tests copy: a copy takes 60 ms; roles, databases and migrations
// of their own took eight services 2 s per test file.
import type pg from 'pg';
import { withLock } from '#lib/postgres/lock';
import { accountOf, provision } from '#lib/postgres/provision';
import { basename } from 'node:path';

/** The service's template, created by the first test file of the run that needs it, and the URL of its role there. */
export async function templateOf(
  { folder }: { folder?: string },
  admin: pg.Client,
  { adminUrl, secret }: { adminUrl: string; secret: string },
): Promise<{ template: string; url: string }> {
  // Services that a test has defined have the shared tables alone.
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
      // Imported here: most test files find their templates ready, and save the 300 ms that it takes to load.
      const { migrate } = await import('#lib/postgres/migrate');
      await migrate({ name, url, ...(folder === undefined ? {} : { folder }) });
      // Only now: an unfinished template is completed by the next file.
      await admin.query(`alter database ${template} is_template true`);
    });
  return { template, url };
}
