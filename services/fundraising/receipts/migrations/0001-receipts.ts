import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    -- What each pledge has brought, by its newest message.
    create table receipted_pledges (
      pledge_id   uuid   primary key, -- owned by the pledges service: no foreign key
      campaign_id uuid   not null,
      donor_id    uuid   not null,
      donor_address text, -- as of the last receipt; gone with its donor
      currency    text   not null,
      kept_amount bigint not null check (kept_amount >= 0), -- captured - refunded - charged back
      received_at timestamptz, -- when money of it was first captured
      version     int    not null -- the pledge's: the highest counts
    );

    -- Who issues a receipt locks its book until the commit: so a number that is taken is a receipt that is there.
    create table receipt_books (
      id              uuid primary key default gen_random_uuid(),
      organisation_id uuid not null, -- the owner of the campaigns
      year            int  not null, -- of issue, UTC
      last_number     int  not null check (last_number > 0),
      last_issued_at  timestamptz not null,
      unique (organisation_id, year)
    );

    create table receipts (
      id                uuid primary key,
      organisation_id   uuid not null,
      year              int  not null,
      sequence          int  not null check (sequence > 0),
      number            text not null generated always as
        (year || '-' || lpad(sequence::text, greatest(6, length(sequence::text)), '0')) stored,
      kind              text not null check (kind in ('RECEIPT', 'CANCELLATION')),
      cancels           uuid unique references receipts (id),
      issued_at         timestamptz not null,
      organisation_name text not null,
      campaign_id       uuid not null,
      campaign_title    text not null,
      pledge_id         uuid not null,
      donor_name        text not null,
      anonymous         bool not null, -- the organisation is not told who gave
      amount            bigint not null check (amount > 0),
      currency          text not null,
      received_at       timestamptz not null,
      unique (organisation_id, year, sequence),
      check ((kind = 'CANCELLATION') = (cancels is not null))
    );
    create index receipted_pledges_donor_idx on receipted_pledges (donor_id);
    create index receipts_organisation_idx on receipts (organisation_id, id);
    create index receipts_pledge_idx on receipts (pledge_id, id);

    create function refuse_changing_receipts() returns trigger language plpgsql as $$
    begin
      raise exception 'receipts are never changed: issue a cancellation' using errcode = 'restrict_violation';
    end $$;
    create trigger receipts_kept before update or delete or truncate on receipts
      for each statement execute function refuse_changing_receipts();
  `);
