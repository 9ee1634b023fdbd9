import type { Migration } from '#lib/postgres/migrate';
import { MUST_EXIST } from './rows.ts';

/**
 * The ledger's tables, for a service's own migration to call: `up = (db) => ledgerTables(db)`. The database itself
 * enforces the floors, that a pending transfer ends once, and that no transfer is changed.
 */
export const ledgerTables: Migration = (db) =>
  db.sequelize.query(`
    create table ledger_accounts (
      id       text collate "C" primary key, -- sorted as the rules' language sorts: everyone locks in one order
      currency text   not null,
      debited  bigint not null check (debited >= 0),  -- all that ever went out, minor units
      credited bigint not null check (credited >= 0), -- all that ever came in
      balance  bigint not null generated always as (credited - debited) stored,
      reserved bigint not null, -- of the balance, by pending transfers
      floor    bigint,
      overdrawn bigint not null default 0 check (overdrawn >= 0), -- how far below its floor what was gone already has forced it
      constraint ledger_accounts_floor check (balance - reserved + overdrawn >= floor),
      -- The exception is an insert that becomes an update of an existing account: no account has that floor.
      constraint ledger_accounts_reserved check (reserved >= 0 or floor = ${MUST_EXIST})
    ) with (fillfactor = 50); -- room for the next version of a row in its page, so that its index stays as it is

    -- Each row is a debit of one account and a credit of another. Ids that were refused or probed are kept as
    -- well: they are spent.
    create table ledger_transfers (
      id         text collate "C" primary key,
      kind       text not null check (kind in
        ('posted', 'pending', 'post_pending', 'void_pending', 'timed_out', 'refused', 'probed')),
      debit      text collate "C",
      credit     text collate "C",
      amount     bigint,
      currency   text,
      pending_id text collate "C",
      expires_at timestamptz,
      reason     text,
      at         timestamptz not null,
      check (kind in ('refused', 'probed')
        or (debit <> credit and amount > 0 and currency is not null
          and debit is not null and credit is not null and amount is not null)),
      check (kind not in ('post_pending', 'void_pending', 'timed_out') or pending_id is not null)
    );
    create unique index ledger_transfers_end_idx on ledger_transfers (pending_id)
      where kind in ('post_pending', 'void_pending', 'timed_out');

    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'transfers are never changed: post another' using errcode = 'restrict_violation';
    end $$;
    create trigger ledger_transfers_kept before update or delete or truncate on ledger_transfers
      for each statement execute function refuse_rewriting();
  `);
