import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    -- Those that admins made: the built-in ones stand in the code.
    create table roles (
      name        text primary key,
      description text not null,
      permissions text[] not null,
      inherits    text[] not null,
      excludes    text[] not null
    );

    create table user_roles (
      user_id    uuid not null,
      role       text not null,
      resource   text, -- null: everywhere
      expires_at timestamptz,
      revoked_at timestamptz, -- of the default role alone: without a row, everybody has it
      granted_by uuid,
      granted_at timestamptz not null,
      unique nulls not distinct (user_id, role, resource)
    );
    create index user_roles_role_idx on user_roles (role);

    -- What nodes must look at again. One transaction at a time adds to it: so who has read up to a number has missed none.
    create table permission_changes (
      seq     bigint generated always as identity primary key,
      user_id uuid, -- null: everybody
      at      timestamptz not null
    );
  `);
