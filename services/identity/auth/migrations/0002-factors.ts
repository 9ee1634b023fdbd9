import type { Migration } from '#lib/postgres/migrate';

/** What an account has beside its password. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table totp (
      user_id      uuid primary key references credentials,
      secret       bytea not null,       -- sealed: AES-256-GCM
      enrolled_at  timestamptz not null,
      confirmed_at timestamptz,          -- null: not on yet
      last_step    bigint,               -- of the newest code that was used; null: none was
      wrong        integer not null default 0, -- codes, one after another
      again_at     timestamptz           -- no code is tried before
    );

    create table recovery_codes (
      user_id uuid not null references credentials,
      hash    text not null, -- SHA-256: 120 random bits need no salt
      used_at timestamptz,
      primary key (user_id, hash)
    );

    create table passkeys (
      id            uuid primary key,
      user_id       uuid not null references credentials,
      credential_id text not null unique, -- base64url; the authenticator chose it
      public_key    bytea not null,       -- COSE
      counter       bigint not null,      -- of its signatures; 0 for ever where it keeps none
      transports    text[] not null,
      synced        boolean not null,
      name          text not null,
      created_at    timestamptz not null,
      last_used_at  timestamptz,
      alone         boolean not null default false -- it has signed in alone, so that it can
    );
    create index passkeys_user_id_idx on passkeys (user_id);

    create table passkey_challenges (
      id         uuid primary key,
      challenge  text not null, -- base64url
      purpose    text not null,
      user_id    uuid,          -- null: whoever has a passkey
      expires_at timestamptz not null
    );
    create index passkey_challenges_expires_at_idx on passkey_challenges (expires_at);
  `);
