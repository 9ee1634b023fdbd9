import { stripTypeScriptTypes } from 'node:module';

/**
 * Jest's transformer: blanks out the types, the way Node does when it runs a `.ts` file. Why not swc or Babel: the
 * tests then run the very code that production runs, and stack traces keep line and column without source maps.
 */
export default {
  process: (source: string): { code: string } => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
};
