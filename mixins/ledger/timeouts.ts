import { planned, transaction, type Pool } from '#lib/database';
import type { TimerHandler, Service } from '#lib/service';
import { coalescing } from '#lib/coalescing';
import { job } from '#mixins/timers';
import { TIMEOUT } from './timeout-name.ts';

/**
 * Ends expired pending transfers; every service with a ledger has it. What was posted or voided before stays as it is; an
 * expired pending transfer can be posted until this has fired.
 */
export const ledgerTimeouts: TimerHandler = job(TIMEOUT, async (service, { key }) => {
  await timeOutOn(service)(key);
});

/** Times out those of these that are still pending, and releases what they reserved. */
export const timeOut = (pool: Pool, ids: string[]): Promise<void> =>
  transaction(pool, async (tx) => {
    // A post or void locks this account first, too: one of the two finds that the other has ended it.
    await tx.query({
      name: planned('ledger.timeout lock'),
      text: `select from ledger_accounts where id in (select debit from ledger_transfers where id = any($1))
        order by id for update`,
      values: [ids],
    });
    await tx.query({
      name: planned('ledger.timeout'),
      text: `with ended as (
          insert into ledger_transfers (id, kind, debit, credit, amount, currency, pending_id, at)
          select 'timed_out ' || id, 'timed_out', debit, credit, amount, currency, id, now() from ledger_transfers
          where id = any($1) and kind = 'pending' order by id on conflict do nothing returning debit, amount)
        update ledger_accounts a set reserved = reserved - freed,
          overdrawn = greatest(0, least(overdrawn, floor - (balance - reserved + freed)))
        from (select debit, sum(amount)::bigint freed from ended group by debit) e where a.id = e.debit`,
      values: [ids],
    });
  });

/** Transfers that are due at once share a transaction. */
function timeOutOn({ db }: Service) {
  let timing = timings.get(db);
  if (!timing) {
    timing = coalescing((ids: string[]) => timeOut(db, ids).then(() => new Map<string, void>()));
    timings.set(db, timing);
  }
  return timing;
}

const timings = new WeakMap<Pool, (id: string) => Promise<void>>();
