import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundariesRule } from './eslint/boundaries.ts';
import { spreadOfLiteralRule } from './eslint/spread-of-literal.ts';

const clock = 'Time comes from lib/world.ts (world.now), so that a simulation can own it.';
const timer = 'Timers come from lib/world.ts (world.sleep), so that a simulation can own time.';
const random =
  'Ids and randomness come from lib/world.ts (world.newId, world.random), so that a simulation can own them.';
const environment = 'The environment is read in config.ts only: add the setting there, and to README.';
const sleep = 'A test waits for a condition, it never sleeps.';

const CLOCK = [{ object: 'Date', property: 'now', message: clock }];
const MATH_RANDOM = { object: 'Math', property: 'random', message: random };
const RANDOM = [
  MATH_RANDOM,
  { object: 'crypto', property: 'randomUUID', message: random },
  { object: 'crypto', property: 'getRandomValues', message: random },
];
const ENVIRONMENT = [{ object: 'process', property: 'env', message: environment }];
const NEW_DATE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];
// A sleep inside a loop is how a condition is polled.
const SLEEP = [
  {
    selector:
      "AwaitExpression[argument.callee.property.name='sleep']:not(:matches(WhileStatement, DoWhileStatement, ForStatement) *)",
    message: sleep,
  },
];

const timers = (...names) => [
  'error',
  { globals: names.map((name) => ({ name, message: timer })), checkGlobalObject: true },
];

export default defineConfig([
  globalIgnores(['.commonweal/', 'coverage/', 'client/dist/', 'client/src/api.ts']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: {
      commonweal: { rules: { boundaries: boundariesRule, 'spread-of-literal': spreadOfLiteralRule } },
    },
    rules: {
      'commonweal/boundaries': 'error',
      'commonweal/spread-of-literal': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      // As tsc has it: what is named with _ is there for its place.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Objects here are closures: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // What a port promises to be async is async in every adapter, also in one that waits for nothing.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-properties': ['error', ...CLOCK, ...RANDOM, ...ENVIRONMENT],
      'no-restricted-syntax': ['error', ...NEW_DATE],
      'no-restricted-globals': timers('setTimeout', 'setInterval', 'setImmediate'),
    },
  },
  {
    // The one home of time, randomness and timers.
    files: ['lib/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...ENVIRONMENT],
      'no-restricted-syntax': 'off',
      'no-restricted-globals': 'off',
    },
  },
  {
    // The client runs elsewhere, in browsers too: it has no world but theirs.
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...ENVIRONMENT],
      'no-restricted-syntax': 'off',
      'no-restricted-globals': 'off',
    },
  },
  {
    // Tests and benchmarks may measure; only benchmarks pace themselves by the clock.
    files: ['**/*.test.ts', '**/*{fixture,fixtures}.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-properties': ['error', MATH_RANDOM, ...ENVIRONMENT],
      'no-restricted-syntax': ['error', ...SLEEP],
      'no-restricted-globals': timers('setTimeout', 'setInterval'),
    },
  },
  // The harness hands the embedded server's address on to jest's workers and to the programs it starts.
  { files: ['test/**/*.ts'], rules: { 'no-restricted-properties': ['error', MATH_RANDOM] } },
  { files: ['config.ts'], rules: { 'no-restricted-properties': ['error', ...CLOCK, ...RANDOM] } },
  {
    files: ['bench/**/*.ts'],
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-globals': 'off',
    },
  },
  {
    files: ['start.ts', '**/*{fixture,fixtures}.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
]);
