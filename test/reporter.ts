import { writeSync } from 'node:fs';

/** What we read of jest's AggregatedResult. */
interface Counts {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Jest reporter: prints `N passed, N failed` (and `, N skipped` if any) as the very last line of a run. */
export default class LastLine {
  onRunComplete(_contexts: unknown, counts: Counts): void {
    // At exit, not now: global teardown and jest's own remarks come after this call.
    process.once('exit', (code) => writeSync(1, `${lastLine(counts, code)}\n`));
  }
}

/**
 * A suite that can't be loaded has no tests to count: it counts as one failed. So does a run that fails otherwise (a
 * global teardown that throws): "0 failed" never stands beside an exit code other than 0.
 */
function lastLine(counts: Counts, code: number): string {
  const counted = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const failed = Math.max(counted, code === 0 ? 0 : 1);
  const skipped = counts.numPendingTests + counts.numTodoTests;
  return `${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
