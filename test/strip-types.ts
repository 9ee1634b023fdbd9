import { stripTypeScriptTypes } from 'node:module';

/**
 * Jest's transformer: blanks out the types, as Node does when it runs a `.ts` file. Unlike with swc or Babel, the tests run
 * the very code that production runs, and stack traces keep line and column without source maps.
 */
export default {
  process: (source: string): { code: string } => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
};
