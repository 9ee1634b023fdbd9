import type { Migration } from '#lib/postgres/migrate';

/** Beneficiaries, and what left the platform for them. */
export const payoutTables: Migration = (db) =>
  db.sequelize.query(`
    -- What the campaigns service has told of campaigns.
    create table beneficiaries (
      id            text primary key, -- an account of the ledger
      owner_id      uuid not null,
      currency      text not null,
      payouts       text not null, -- open, held or barred
      version       int  not null
    );

    create table payouts (
      id             uuid   primary key,
      beneficiary    text   not null,
      amount         bigint not null check (amount > 0),
      currency       text   not null,
      status         text   not null,
      pending_amount bigint not null check (pending_amount between 0 and amount),
      reason         text,
      created_at     timestamptz not null,
      ended_at       timestamptz,
      version        int    not null
    );
    create index payouts_beneficiary_idx on payouts (beneficiary, id);

    create table write_offs (
      id          uuid   primary key,
      beneficiary text   not null,
      amount      bigint not null check (amount > 0),
      currency    text   not null,
      reason      text   not null,
      user_id     uuid,
      status      text   not null,
      created_at  timestamptz not null,
      version     int    not null
    );
    create index write_offs_beneficiary_idx on write_offs (beneficiary, id);
  `);
