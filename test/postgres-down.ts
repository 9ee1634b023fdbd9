import type { ServerOfTheRun } from '#test/postgres';

/** Jest's global teardown: stops the run's Postgres and deletes its files. */
export default async function stopTestServer(): Promise<void> {
  await (globalThis as ServerOfTheRun).stopTestServer?.();
}
