import type { Migration } from '#lib/postgres/migrate';

/** Only auth's own role can open this database. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table credentials (
      user_id       uuid primary key,
      email         text not null unique, -- in its one form: the code applies Unicode's rules and the DNS's
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
      device          text,          -- in words: nothing of what a client says of itself is kept as it came
      address         text,          -- where it was used last; of IPv6 the network
      current_token   text not null, -- the one refresh token that may be used
      revoked_at      timestamptz,
      revoked_because text,
      amr             text[] not null -- how it was opened (RFC 8176)
    );
    create index login_sessions_user_id_idx on login_sessions (user_id);

    create table refresh_tokens (
      hash             text primary key, -- SHA-256: 256 random bits need no salt
      login_session_id uuid not null references login_sessions,
      created_at       timestamptz not null,
      expires_at       timestamptz not null,
      spent_at         timestamptz -- its first use: for a moment it may be repeated
    );
    -- For retention: a session is deleted with its last token.
    create index refresh_tokens_session_idx on refresh_tokens (login_session_id);
    create index refresh_tokens_expires_at_idx on refresh_tokens using brin (expires_at);

    ${ACCOUNTS}

    create table signing_keys (
      kid         text primary key,
      public_jwk  json not null,
      private_key text not null, -- PKCS #8, encrypted under the platform's secret: a copy of the database signs nothing
      created_at  timestamptz not null,
      signs_at    timestamptz not null -- until the next one does
    );
  `);

const ACCOUNTS = `
    -- What was revoked within the last hour, for all who remember tokens.
    create table revocations (
      seq     bigint primary key, -- in the order of the commits, without gaps
      kind    text not null check (kind in ('login_session', 'access_token', 'user')),
      subject uuid not null,
      at      timestamptz not null
    );
    create table revocation_counter (
      one  boolean primary key default true check (one),
      last bigint not null -- locked until the transaction that counts ends
    );
    insert into revocation_counter (last) values (0);

    -- Where an account was signed in to: guesses from elsewhere can't lock its owner out there.
    create table known_networks (
      user_id uuid not null references credentials on delete cascade,
      network text not null,
      last_at timestamptz not null,
      primary key (user_id, network)
    );

    -- Wrong passwords, and links that were asked for, to be counted.
    create table attempts (
      id      uuid not null,
      subject uuid not null, -- no list of addresses lies here
      at      timestamptz not null
    );
    create index attempts_subject_idx on attempts (subject, at);
    create index attempts_id_idx on attempts (id);

    create table password_resets (
      id         uuid primary key,
      user_id    uuid not null references credentials on delete cascade,
      by_mail    boolean not null, -- else an operator was shown the link: its use proves no mailbox
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index password_resets_user_idx on password_resets (user_id);

    create table email_changes (
      id               uuid primary key,
      user_id          uuid not null unique references credentials on delete cascade,
      new_email        text not null, -- as in credentials
      created_at       timestamptz not null,
      expires_at       timestamptz not null,
      old_confirmed_at timestamptz, -- from the beginning, where the old address need not confirm
      new_confirmed_at timestamptz
    );`;
