import type { Migration } from '#lib/postgres/migrate';

/** E-mail addresses are not unique here: auth decides who owns them, before it creates the user. */
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
