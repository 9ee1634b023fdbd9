import type { Migration } from '#lib/postgres/migrate';

/** E-mail addresses are not unique here: auth decides whose they are, before it asks for the user. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table users (
      id          uuid primary key,
      email       text not null,
      name        text not null,
      permissions text[] not null,
      created_at  timestamptz not null
    );
  `);
