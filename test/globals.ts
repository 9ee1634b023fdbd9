// What `@jest/globals` is in test files that run natively: the API of the file that runs now.
import type * as Api from '@jest/globals';
import { ModuleMocker } from 'jest-mock';

const api = (name: keyof typeof Api) =>
  new Proxy(() => {}, {
    get: (_, property) => Reflect.get(current(name), property) as unknown,
    apply: (_, self, args: unknown[]) => Reflect.apply(current(name), self, args) as unknown,
  });
const current = (name: string) =>
  (globalThis as unknown as { testApi: Record<string, () => void> }).testApi[name]!;

export const test = api('test');
export const describe = api('describe');
export const expect = api('expect');
export const beforeAll = api('beforeAll');
export const beforeEach = api('beforeEach');
export const afterAll = api('afterAll');
export const afterEach = api('afterEach');
export const jest = new ModuleMocker(globalThis);
