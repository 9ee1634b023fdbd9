import type { Migration } from '#lib/postgres/migrate';

/** E-mail addresses are not unique here: auth decides who owns them, before it creates the user. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table users (
      id          uuid primary key,
      email       text,
      name        text,
      version     int not null default 1, -- of what its owner sees of it
      created_at  timestamptz not null,
      verified_at timestamptz, -- the address was
      deleted_at  timestamptz, -- their account was, by them: it may be restored
      deletion_version int not null default 0, -- of that
      erased_at   timestamptz, -- the row stays, so that nothing late makes the user anew
      check (erased_at is not null or (email is not null and name is not null))
    );

    -- To count the e-mails that each user asked for.
    create table verification_requests (
      user_id uuid not null,
      at      timestamptz not null
    );
    create index verification_requests_user_idx on verification_requests (user_id, at);
  `);
