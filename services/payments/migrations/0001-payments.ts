import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table payments (
      id                  uuid   primary key,
      purpose             jsonb  not null,
      provider            text   not null,
      amount              bigint not null check (amount > 0),
      currency            text   not null,
      status              text   not null,
      captured_amount     bigint not null check (captured_amount >= 0),
      refunded_amount     bigint not null check (refunded_amount >= 0),
      charged_back_amount bigint not null check (charged_back_amount >= 0),
      facts               jsonb  not null,
      created_at          timestamptz not null,
      version             int    not null
    );
    create index payments_purpose_idx on payments ((purpose ->> 'id'));

    create table webhooks (
      id          uuid primary key,
      provider    text not null,
      webhook_id  text not null,
      payment_id  uuid,
      type        text not null,
      body        text not null, -- as it came, byte for byte: its signature can be checked again
      outcome     text not null,
      received_at timestamptz not null,
      unique (provider, webhook_id)
    );
    create index webhooks_payment_idx on webhooks (payment_id);
  `);
