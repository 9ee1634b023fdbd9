import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table sandbox_payments (
      id              uuid   primary key, -- the platform's own id of the payment
      description     text   not null,
      amount          bigint not null,
      currency        text   not null,
      status          text   not null,
      captured_amount bigint not null,
      refunded_amount bigint not null,
      disputed_amount bigint not null,
      behaviour       json   not null,
      reports         json   not null,
      sent            json   not null,
      created_at      timestamptz not null,
      version         int    not null
    );

    create table sandbox_mandates (
      id         uuid primary key, -- the platform's own id of the saved card
      status     text not null,
      charges    text not null,
      card       int  not null,
      created_at timestamptz not null,
      version    int  not null
    );
  `);
