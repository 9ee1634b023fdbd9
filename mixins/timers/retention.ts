import type { TimerHandler } from '#lib/service';
import { every } from './every.ts';

const EACH_MS = 3600_000;
// A second apart: other users of the disk don't notice.
const BATCH_SIZE = 1000;

/** Deletes rows of `table` for which the SQL condition `isOver` is true, every hour, a thousand at a time. */
export const retention = (table: string, isOver: string): TimerHandler =>
  every(`retention ${table}`, {
    each_ms: EACH_MS,
    async work({ db }) {
      const { rowCount } = await db.query(
        `delete from ${table} where ctid = any(array(
           select ctid from ${table} where ${isOver} limit ${BATCH_SIZE} for update skip locked))`,
      );
      return rowCount === BATCH_SIZE;
    },
  });
