export { createClient, type Commonweal, type Options } from './create-client.ts';
export { ok, ProblemError, type ProblemCode } from './problem-error.ts';
export type { components, operations, paths } from './api.ts';
