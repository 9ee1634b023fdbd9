import type { Migration } from '#lib/postgres/migrate';

/** Who else may come: programs, and users of another provider. Those have no credentials. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table access_tokens (
      id           uuid primary key,
      user_id      uuid not null,
      name         text not null,
      hash         text not null unique, -- SHA-256: 256 random bits need no salt
      permissions  text[] not null,
      created_at   timestamptz not null,
      expires_at   timestamptz not null,
      last_used_at timestamptz
    );
    create index access_tokens_user_id_idx on access_tokens (user_id);

    create table outsiders (
      user_id       uuid primary key, -- computed from the other two
      issuer        text not null,
      subject       text not null,
      first_seen_at timestamptz not null
    );
  `);
