import type { Migration } from '#lib/postgres/migrate';

/** Thanks to donors, and what clients at one address have used up. */
export const besidePledges: Migration = (db) =>
  db.sequelize.query(`
    -- What owners wrote to the donors of their campaigns.
    create table thanks (
      id          uuid primary key, -- by campaign and day: there is one at most
      campaign_id uuid not null,
      owner_id    uuid not null,
      subject     text,
      message     text not null,
      status      text not null,
      thanked_to  uuid, -- the last pledge that was looked at
      created_at  timestamptz not null,
      version     int  not null
    );
    -- Who was thanked: a donor of several pledges is thanked once.
    create table thanked_donors (
      thanks_id uuid not null,
      donor_id  uuid not null,
      at        timestamptz not null default now(),
      primary key (thanks_id, donor_id)
    );

    -- Where a client was when it made a pledge, until its payment is declined or some days have passed.
    create table pledge_origins (
      pledge_id  uuid primary key,
      origin     uuid not null,
      created_at timestamptz not null
    );
    -- How much of what a client may do is used up: all, as long before full_at as a bucket takes to fill. After a crash all
    -- buckets are full. Unlogged, taking from one waits for no disk.
    create unlogged table buckets (
      origin  uuid not null,
      of      text not null,
      full_at timestamptz not null,
      primary key (origin, of)
    );
  `);
