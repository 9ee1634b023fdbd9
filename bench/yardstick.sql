create table pledges (
  id uuid primary key, campaign_id uuid not null, donor_id uuid not null, amount bigint not null check (amount > 0),
  currency text not null, message text, anonymous bool not null, status text not null,
  captured_amount bigint not null, refunded_amount bigint not null, charged_back_amount bigint not null,
  facts jsonb not null, created_at timestamptz not null, expires_at timestamptz not null, version int not null
);
create index on pledges (donor_id, id);
create table outbox (
  seq bigint generated always as identity primary key, message_id uuid not null, name text not null, key text not null,
  payload json not null, at timestamptz not null, cause text, by uuid
);
