import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    -- Letters that have left, or never will: what is delivered again is not sent again.
    create table sent (
      message_id uuid primary key,
      refusal    text, -- what the recipient's server said, if it will never take it
      at         timestamptz not null default now()
    );
    create index sent_at_idx on sent using brin (at);

    -- Letters that were let through, to be counted by mailbox.
    create table admitted (
      message_id uuid primary key,
      mailbox    uuid not null, -- of its address: no list of addresses lies here
      at         timestamptz not null default now()
    );
    create index admitted_mailbox_idx on admitted (mailbox, at);
  `);
