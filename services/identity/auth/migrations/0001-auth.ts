import type { Migration } from '#lib/postgres/migrate';

/** Only auth's own role can open this database: this protects the private keys. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table credentials (
      user_id       uuid primary key,
      email         text not null unique, -- in lower case: the code applies Unicode's rules
      password_hash text, -- null: passkeys alone sign in
      registered_at timestamptz not null,
      deleted_at    timestamptz, -- by its user; nobody signs in any more
      erased_at     timestamptz, -- when that will be
      deletion_version int not null default 0, -- counts deletions and restorations
      check ((deleted_at is null) = (erased_at is null))
    );

    create table login_sessions (
      id              uuid primary key,
      user_id         uuid not null references credentials,
      created_at      timestamptz not null,
      last_used_at    timestamptz not null,
      current_token   text not null, -- the one refresh token that may be used
      spent_token     text,          -- the one used last, and when: its use may be repeated for a moment
      spent_at        timestamptz,
      revoked_at      timestamptz,
      revoked_because text,
      amr             text[] not null -- how it was opened (RFC 8176)
    );
    create index login_sessions_user_id_idx on login_sessions (user_id);

    create table refresh_tokens (
      hash             text primary key, -- SHA-256: 256 random bits need no salt
      login_session_id uuid not null references login_sessions,
      created_at       timestamptz not null,
      expires_at       timestamptz not null
    );
    -- For retention: a session is deleted with its last token.
    create index refresh_tokens_session_idx on refresh_tokens (login_session_id);
    create index refresh_tokens_expires_at_idx on refresh_tokens using brin (expires_at);

    create table signing_keys (
      kid         text primary key,
      public_jwk  json not null,
      private_key text not null, -- PKCS #8, PEM
      created_at  timestamptz not null
    );
  `);
