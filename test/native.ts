// Jest's test runner, but for one thing: test files run in Node itself, and not in a context of `node:vm` that Jest has filled. So
// what they import is loaded once per worker, as it is in production, and errors are of one kind. Loading it anew for each file
// took 45% of a run. What a file changes in a module's state stays changed: they end what they begin, and restore what they replace.
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner') as { default: Runner };
const adapter = createRequire(require.resolve('jest-circus/package.json')).resolve(
  './build/jestAdapterInit.js',
);
const globals = new URL('./globals.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context),
});

type Runner = (
  globalConfig: object,
  config: object,
  environment: object,
  runtime: object,
  testPath: string,
  send?: unknown,
) => Promise<object>;

let runs = 0;
/** What jest-circus asks of Jest's runtime. */
const nativeRuntime = {
  // Of each file its own: it holds the tests.
  requireInternalModule(path: string): unknown {
    delete require.cache[adapter];
    return require(path) as unknown;
  },
  setGlobalsForRuntime(of: object): void {
    Object.assign(globalThis, { testApi: of });
  },
  unstable_shouldLoadAsEsm: () => true,
  // Anew: watching, Jest runs a file again.
  unstable_importModule: (path: string): Promise<unknown> =>
    import(`${pathToFileURL(path).href}?run=${++runs}`),
};

const runNatively: Runner = (globalConfig, config, environment, runtime, testPath, send) =>
  circus(
    globalConfig,
    config,
    environment,
    new Proxy(runtime, {
      get: (of, name) => Reflect.get(name in nativeRuntime ? nativeRuntime : of, name) as unknown,
    }),
    testPath,
    send,
  );

export default runNatively;
