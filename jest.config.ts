import type { Config } from 'jest';

// Files run in Node itself, as they do in production.
const common = {
  testEnvironment: 'node',
  injectGlobals: false,
  testRunner: '<rootDir>/test/native.ts',
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/.commonweal/'],
};

export default {
  maxWorkers: 2,
  // 5 minutes end what hangs. They measure nothing: a machine may be slow.
  testTimeout: 300_000,
  watchman: false,
  reporters: ['default', '<rootDir>/test/reporter.ts'],
  // Global setup belongs to `int` alone, so that unit tests run without Postgres.
  projects: [
    { ...common, displayName: 'unit', testMatch: ['**/*.unit.test.ts'] },
    {
      ...common,
      displayName: 'int',
      testMatch: ['**/*.int.test.ts'],
      globalSetup: '<rootDir>/test/postgres.ts',
      globalTeardown: '<rootDir>/test/postgres-down.ts',
    },
  ],
} satisfies Config;
