import pg from 'pg';

/** One connection, connected. Throws the error of Postgres or the network. */
export async function connect(url: string, application_name: string): Promise<pg.Client> {
  // 10 s: longer than a busy server takes, shorter than anybody waits.
  const client = new pg.Client({ connectionString: url, application_name, connectionTimeoutMillis: 10_000 });
  // Queries reject and 'end' follows when the connection breaks; an 'error' without a handler would end the
  // process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
