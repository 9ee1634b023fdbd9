import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table campaigns (
      id          uuid   primary key,
      owner_id    uuid   not null,
      title       text   not null,
      description text   not null,
      goal_amount bigint not null check (goal_amount > 0),
      currency    text   not null,
      ends_at     timestamptz,
      status      text   not null,
      created_at  timestamptz not null,
      version     int    not null
    );
    create index campaigns_owner_idx on campaigns (owner_id, id);
  `);
