// The description of the API by other people's rules: Redocly's recommended ones, and Spectral's of the OWASP API top ten.
import { expect, test } from '@jest/globals';
import spectral from '@stoplight/spectral-core';
import owasp from '@stoplight/spectral-owasp-ruleset';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openapi } from './openapi.ts';
import { routesOf } from './routes.ts';

const text = openapi(routesOf(undefined, { disabled_services: [] }), 'https://api.example.org');

test('Redocly finds no error in the description of the API', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, text);
    expect(await redocly('lint', '--extends=recommended', file)).toContain('Your API description is valid');
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** What Redocly's command says. It calls nobody: neither home nor for a newer version. */
async function redocly(...args: string[]): Promise<string> {
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const failed = (error: { stdout: string; stderr: string }) => error;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [REDOCLY, ...args], { env }).catch(
    failed,
  );
  return stdout + stderr;
}

const REDOCLY = join(import.meta.dirname, '../../../node_modules/@redocly/cli/bin/cli.js');

interface Exception {
  rule: string;
  /** Of the finding's path in the document. */
  at: RegExp;
  why: string;
}

// Requests have no schema of a name: what is described once is what is answered.
const ANSWERS = /^paths\/.*\/responses\/|^components\/(schemas|responses)\//;

const exceptions: Exception[] = [
  {
    rule: 'api4:2023-string-limit',
    at: ANSWERS,
    why: 'In answers alone: the rule is about what a client may make us hold, and everything that one sends is bounded.',
  },
  {
    rule: 'api4:2023-array-limit',
    at: ANSWERS,
    why: 'In answers alone: lists are paged, and a pledge has as many refunds as it has.',
  },
  {
    rule: 'api2:2023-no-credentials-in-url',
    at: /\/parameters\/\d+\/name$/,
    why: 'Links in e-mails carry the token of one pledge, receipt or address: whoever has no account has nothing else. Answers to them are never cached. Stripe appends its client secrets to the page that its customers come back to.',
  },
  {
    rule: 'api2:2023-write-restricted',
    at: /^paths\/\/api\/auth\/(register|login|refresh|restore|password\/(forgot|reset)|email\/(verify|confirm|cancel)|passkeys\/login|passkeys\/login\/options|passkeys\/restore)\/post\/|^paths\/\/api\/payments\/webhooks\/|^paths\/\/(verify-email|reset-password|confirm-email|cancel-email-change)\//,
    why: 'Whoever signs in or has forgotten how has no token yet; a webhook is signed by its provider, a link carries its own token.',
  },
];

test("Spectral's OWASP rules find no error in the description of the API, but for exceptions with a reason", async () => {
  const linter = new spectral.Spectral();
  // Its warnings take twice as long as its errors.
  const { rules: all } = owasp as unknown as { rules: Record<string, { severity: number }> };
  const rules = Object.entries(all).filter(([, { severity }]) => severity === ERROR);
  linter.setRuleset({ ...(owasp as object), rules: Object.fromEntries(rules) } as never);
  const found = await linter.run(JSON.parse(text) as Record<string, unknown>);
  const errors = found.map(({ code, path, message }) => ({ rule: code, path: path.join('/'), message }));
  const isExcepted = ({ rule, at }: Exception, error: (typeof errors)[number]) =>
    error.rule === `owasp:${rule}` && at.test(error.path);
  expect(errors.filter((error) => !exceptions.some((it) => isExcepted(it, error)))).toEqual([]);
  // An exception that nothing needs any more goes.
  expect(exceptions.filter((it) => !errors.some((error) => isExcepted(it, error)))).toEqual([]);
});

const ERROR = 0;
