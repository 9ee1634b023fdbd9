import type { Migration } from '#lib/postgres/migrate';

/** Saved cards, and which payments save or charge them. */
export const mandateTables: Migration = (db) =>
  db.sequelize.query(`
    create table mandates (
      id              uuid primary key,
      subscription_id uuid not null, -- owned by the subscriptions service
      provider        text not null,
      status          text not null,
      customer        text,
      method          text,
      set_up          text,
      created_at      timestamptz not null,
      version         int  not null
    );

    create table mandate_payments (
      payment_id uuid primary key,
      mandate_id uuid not null,
      use        text not null -- set_up or charge
    );
  `);
