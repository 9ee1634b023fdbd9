import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table pledges (
      id                  uuid   primary key,
      campaign_id         uuid   not null, -- owned by the campaigns service: no foreign key
      donor_id            uuid   not null,
      donor               jsonb, -- a guest's name and e-mail address
      amount              bigint not null check (amount > 0),
      currency            text   not null,
      message             text,
      anonymous           bool   not null,
      status              text   not null,
      captured_amount     bigint not null check (captured_amount >= 0),
      refunded_amount     bigint not null check (refunded_amount >= 0),
      charged_back_amount bigint not null check (charged_back_amount >= 0),
      facts               jsonb  not null,
      refunds             jsonb  not null,
      resolution          text,
      subscription_id     uuid, -- owned by the subscriptions service
      period              int, -- of that subscription
      withdrawn_at        timestamptz, -- its campaign was called off
      created_at          timestamptz not null,
      expires_at          timestamptz not null,
      version             int    not null
    );
    create index pledges_donor_idx on pledges (donor_id, id);
    create index pledges_campaign_idx on pledges (campaign_id, id);
    create index pledges_subscription_idx on pledges (subscription_id, period) where subscription_id is not null;

    -- What the campaigns service has told of campaigns.
    create table campaign_views (
      campaign_id uuid primary key,
      owner_id    uuid not null,
      currency    text not null,
      status      text not null,
      ends_at     timestamptz,
      version     int  not null
    );
  `);
