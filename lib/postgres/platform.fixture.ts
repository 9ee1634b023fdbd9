// A platform reduced to its Postgres, for tests that kill it: `node platform.fixture.ts <DATA_DIR>` writes
// one line, the URL or the error, and then stays until SIGTERM.
import { startEmbeddedPostgres } from '#lib/postgres/embedded';

try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2]! });
  process.on('SIGINT', () => undefined); // as in the real one, which drains first
  process.once('SIGTERM', () => void server.stop());
  console.log(server.adminUrl);
} catch (error) {
  console.log((error as Error).message.replaceAll('\n', ' '));
}
