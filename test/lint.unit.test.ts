import { describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const rules = 'services/fundraising/pledges/pledge.rules.ts';
const action = 'services/fundraising/pledges/actions/cancel.ts';
const unit = 'services/fundraising/pledges/pledge.unit.test.ts';
const mixin = 'mixins/outbox/relay.ts';
const lib = 'lib/broker.ts';

/** What is refused, the message of the refusal, and errors: [file, code]. The files do not exist. */
const refused: [string, RegExp, [string, string][]][] = [
  [
    'a service that imports another',
    /imports no other service/,
    [
      [action, `import { total } from '../../totals/total.ts';`],
      [action, `import type { Total } from '../../totals/total.ts';`],
      [action, `export const totals = () => import('../../totals/total.ts');`],
      [rules, `export * from '../totals/total.ts';`],
      [unit, `import { total } from '../totals/total.ts';`],
      [action, `export type Total = import('../../totals/total.ts').Total;`],
      [action, `import { total } from '../../../finance/pledges/total.ts';`],
      [action, `import { total } from '../../total.ts';`],
    ],
  ],
  [
    'shared code that knows a service',
    /knows none of them/,
    [
      [mixin, `import { total } from '../../services/fundraising/totals/total.ts';`],
      [lib, `import { total } from '../services/fundraising/totals/total.ts';`],
    ],
  ],
  ['lib that stands on mixins', /ground floor/, [[lib, `import { actor } from '#mixins/actors';`]]],
  [
    'rules that do I/O',
    /Rules do no I\/O/,
    [
      [rules, `import { readFile } from 'node:fs/promises';`],
      [rules, `import pg from 'pg';`],
      [rules, `import { Sequelize } from 'sequelize';`],
      [rules, `import { pledgeStore } from './pledge.store.ts';`],
      [rules, `import { becomes } from '#mixins/actors';`],
      [rules, `import { transaction } from '#lib/database';`],
      [rules, `import { world } from '#lib/world';`],
      [rules, `import * as clock from '#lib/world';`],
      [rules, `import { type Pool } from 'pg';`],
      [rules, `import { createServer } from '#lib/anything-new';`],
      [rules, `import { randomUUID } from 'node:crypto';`],
      [rules, `export const load = (name: string) => import(name);`],
      ['machines/fundraising/pledge.machine.ts', `import { readFileSync } from 'node:fs';`],
    ],
  ],
  [
    'contracts that import the platform',
    /Contracts import contracts and typebox only/,
    [['contracts/fundraising/pledges.ts', `import { addMs } from '#lib/world';`]],
  ],
  [
    'Moleculer outside of lib and the gateway',
    /Moleculer is known to lib/,
    [
      [action, `import { Errors } from 'moleculer';`],
      [mixin, `import type { Context } from 'moleculer';`],
      [mixin, `import ApiGateway from 'moleculer-web';`],
    ],
  ],
  [
    'production code that imports test code',
    /nothing of test\/ or bench\//,
    [
      [action, `import { testDatabases } from '#test/postgres';`],
      [lib, `import { measure } from '../bench/measure.ts';`],
    ],
  ],
  [
    "a clock that is not the world's",
    /Time comes from lib\/world/,
    [
      [action, `export const at = Date.now();`],
      [action, `export const at = new Date();`],
      [action, `export const at = Date();`],
    ],
  ],
  [
    "randomness that is not the world's",
    /randomness come from lib\/world/,
    [
      [action, `export const chance = Math.random();`],
      [unit, `export const chance = Math.random();`],
      [action, `export const id = crypto.randomUUID();`],
      [action, `import { randomUUID } from 'node:crypto';`],
      [action, `import { randomBytes as bytes } from 'crypto';`],
    ],
  ],
  [
    "timers that are not the world's",
    /Timers come from lib\/world/,
    [
      [action, `setTimeout(() => 1, 5);`],
      [action, `globalThis.setInterval(() => 1, 5);`],
      [action, `setImmediate(() => 1);`],
      [mixin, `import { setTimeout } from 'node:timers/promises';`],
      [unit, `import { setTimeout } from 'node:timers/promises';`],
      [unit, `setTimeout(() => 1, 5);`],
    ],
  ],
  ['a test that sleeps', /never sleeps/, [[unit, `await world.sleep(50);`]]],
  [
    'the environment outside of config.ts',
    /config\.ts only/,
    [
      [action, `export const port = process.env['PORT'];`],
      [lib, `export const { env } = process;`],
      [lib, `import { env } from 'node:process';`],
    ],
  ],
  ['a forgotten console.log', /no-console/, [[action, `console.log('here');`]]],
  [
    'a literal that is spread',
    /check for unknown fields/,
    [
      [action, `export const both = { ...{ a: 1 }, b: 2 };`],
      [action, `export const both = { ...({ a: 1 } as const), b: 2 };`],
      [action, `export const both = [...[1, 2], 3];`],
      [action, `export const most = Math.max(...[1, 2], 3);`],
    ],
  ],
  ['any', /no-explicit-any/, [[action, `export const id = (it: any) => String(it);`]]],
  ['@ts-ignore', /ban-ts-comment/, [[action, `// @ts-ignore\nexport const one = 1;`]]],
  ['a file of more than 250 lines', /max-lines:/, [[action, 'one();\n'.repeat(251)]]],
  [
    'a function that fits on no screen',
    /max-lines-per-function/,
    [[action, `export function long() {\n${'  one();\n'.repeat(60)}}`]],
  ],
];

const allowed: [string, string, string][] = [
  [
    'an action that names the rule of its own service',
    action,
    `import { command } from '#mixins/actors';\nimport { cancel } from '../pledge.rules.ts';\nexport default command(cancel);`,
  ],
  [
    'rules that compute',
    rules,
    `import { becomes } from '#mixins/actors/decision';\nimport { addMs, type Instant } from '#lib/world';\nexport const x = [becomes, addMs];\nexport type At = Instant;`,
  ],
  [
    'rules that share rules',
    rules,
    `import { amountOf } from './amount.rules.ts';\nexport const amount = amountOf(new Date(0));`,
  ],
  [
    'rules that name a type',
    rules,
    `import type { CommandContext } from '#mixins/actors';\nexport type Seen = CommandContext;`,
  ],
  [
    'rules that sign what they are given',
    rules,
    `import { createHmac } from 'node:crypto';\nexport const hmac = createHmac;`,
  ],
  [
    'code that its system shares',
    action,
    `import { link } from '../../shared/link.ts';\nexport const href = link;`,
  ],
  [
    'a field that is there or not',
    action,
    `export const some = (a?: number) => ({ b: 2, ...(a === undefined ? {} : { a }), ...(a && { a }) });`,
  ],
  [
    'Moleculer in the gateway',
    'services/platform/gateway/gateway.service.ts',
    `export { default } from 'moleculer-web';`,
  ],
  ['the clock in lib', 'lib/world.ts', `export const at = () => [Date.now(), new Date(), Math.random()];`],
  ['the environment in config.ts', 'config.ts', `export const port = process.env['PORT'];`],
  ['a test that polls for a condition', unit, `while (!seen()) await world.sleep(5);`],
  ['a test that measures', unit, `export const began_ms = Date.now();`],
];

describe('the linter', () => {
  // Type-aware rules need files that exist; these don't.
  const untyped = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

  test.each(refused)('refuses %s', async (_what, message, mistakes) => {
    for (const [file, code] of mistakes) {
      // The code is included so that a failure shows which error got through.
      expect(`${code}\n${await remarks(untyped, file, code)}`).toMatch(message);
    }
  });

  test.each(allowed)('lets pass %s', async (_what, file, code) => {
    expect(await remarks(untyped, file, code)).toBe('');
  });

  test('refuses a promise that nobody awaits', async () => {
    expect(await remarks(new ESLint(), 'lib/world.ts', 'Promise.resolve(1);')).toMatch(
      /no-floating-promises/,
    );
  });
});

/** The linter's messages for `code`, if it were in `filePath`. */
async function remarks(eslint: ESLint, filePath: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}
