import type { Migration } from '#lib/postgres/migrate';

/** What every service has beside its own tables: for publishing, delivery and dead letters. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table outbox (
      seq        bigint generated always as identity primary key,
      message_id uuid not null,
      name       text not null,
      key        text not null,
      payload    json not null,
      published_at timestamptz not null,
      causation_id text,
      user_id      uuid
    );

    -- Pending deliveries: the consumer failed on the message, or it waits behind an earlier one of its key.
    create table deliveries (
      consumer text not null,
      seq      bigint not null, -- of the outbox: the order
      message  json not null,
      key      text not null,
      attempts int not null,
      due_at   timestamptz not null,
      primary key (consumer, seq)
    );
    create index deliveries_key_idx on deliveries (consumer, key, seq);

    create table inbox (
      command_id uuid primary key, -- a message's id, or a digest of Idempotency-Key, caller and action
      command    text not null,
      input_hash uuid,
      reply      json,
      handled_at timestamptz not null default now()
    );

    create table dead_letters (
      message_id uuid primary key,
      message    json not null,
      error      text not null,
      attempts   int not null,
      dead_lettered_at timestamptz not null default now()
    );
  `);
