import type { Migration } from '#lib/postgres/migrate';
import { ledgerTables } from '#mixins/ledger';
import { mandateTables } from '../mandate.tables.ts';
import { payoutTables } from '../payout.tables.ts';

export const up: Migration = async (db) => {
  await ledgerTables(db);
  await mandateTables(db);
  await payoutTables(db);
  await db.sequelize.query(`
    create table payments (
      id                  uuid   primary key,
      purpose             jsonb  not null,
      beneficiary         text   not null, -- an account of the ledger
      provider            text   not null,
      reference           text,
      amount              bigint not null check (amount > 0),
      currency            text   not null,
      status              text   not null,
      captured_amount     bigint not null check (captured_amount >= 0),
      refunded_amount     bigint not null check (refunded_amount >= 0),
      charged_back_amount bigint not null check (charged_back_amount >= 0),
      fee_amount          bigint not null check (fee_amount >= 0), -- borne by the beneficiary
      is_counted          bool   not null, -- its money was given to the beneficiary
      facts               jsonb  not null,
      refunds             jsonb  not null,
      holds               jsonb  not null, -- what is reserved in the ledger, by refund
      created_at          timestamptz not null,
      version             int    not null
    );
    create index payments_purpose_idx on payments ((purpose ->> 'id'));

    create index payments_reference_idx on payments (reference) where reference is not null;

    create index payments_beneficiary_idx on payments (beneficiary) where is_counted;

    create table webhooks (
      id          uuid primary key,
      provider    text not null,
      webhook_id  text not null,
      payment_id  uuid,
      type        text not null,
      body        text not null, -- as it came, byte for byte: its signature can be checked again
      digest      text not null, -- of what it says: repeated under one id, another content is another webhook
      outcome     text not null,
      received_at timestamptz not null,
      unique (provider, webhook_id, digest)
    );
    create index webhooks_payment_idx on webhooks (payment_id);
    create index webhooks_received_idx on webhooks using brin (received_at);
  `);
};
