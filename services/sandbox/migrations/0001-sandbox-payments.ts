import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table sandbox_payments (
      id         uuid   primary key, -- the platform's own id of the payment
      amount     bigint not null,
      currency   text   not null,
      created_at timestamptz not null
    );
  `);
