#!/usr/bin/env node
// `commonweal`: operates a platform that runs, from the command line.
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
