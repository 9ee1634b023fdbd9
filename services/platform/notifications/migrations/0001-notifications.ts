import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    -- E-mails that have left, or never will: what is delivered again is not sent again.
    create table sent_emails (
      email_id uuid primary key,
      refusal    text, -- what the recipient's server said, if it will never take it
      at         timestamptz not null default now()
    );
    create index sent_emails_at_idx on sent_emails using brin (at);

    -- E-mails that were let through, to be counted by mailbox.
    create table email_quota (
      email_id uuid primary key,
      mailbox    uuid not null, -- of its address: no list of addresses lies here
      at         timestamptz not null default now()
    );
    create index email_quota_mailbox_idx on email_quota (mailbox, at);
  `);
