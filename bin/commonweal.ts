#!/usr/bin/env node
// `commonweal`: operates a platform that runs, from the command line.
import { main } from './cli/main.ts';

// `commonweal export … | head`: the write fails, and says so.
process.stdout.on('error', () => {});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  write: (bytes) =>
    new Promise((resolve, reject) =>
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())),
    ),
  err: (text) => process.stderr.write(`${text}\n`),
});
