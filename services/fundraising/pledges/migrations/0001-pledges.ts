import type { Migration } from '#lib/postgres/migrate';
import { besidePledges } from '../beside-pledges.tables.ts';

export const up: Migration = async (db) => {
  await besidePledges(db);
  await db.sequelize.query(`
    create table pledges (
      id                  uuid   primary key,
      campaign_id         uuid   not null, -- owned by the campaigns service: no foreign key
      donor_id            uuid   not null,
      donor               jsonb, -- the name and e-mail address of who has no account
      amount              bigint not null check (amount > 0),
      fee_cover           bigint not null check (fee_cover between 0 and amount - 1), -- part of the amount
      currency            text   not null,
      message             text,
      message_hidden      bool   not null, -- by the campaign's owner
      anonymous           bool   not null,
      status              text   not null,
      captured_amount     bigint not null check (captured_amount >= 0),
      refunded_amount     bigint not null check (refunded_amount >= 0),
      charged_back_amount bigint not null check (charged_back_amount >= 0),
      facts               jsonb  not null,
      refunds             jsonb  not null,
      resolution          text,
      offline             jsonb, -- how it was given where that was not here
      subscription_id     uuid, -- owned by the subscriptions service
      period              int, -- of that subscription
      withdrawn_at        timestamptz, -- its campaign was called off
      guest_id            uuid, -- who made it without an account; an account may have claimed it since
      erased_at           timestamptz, -- its donor was
      created_at          timestamptz not null,
      expires_at          timestamptz not null,
      version             int    not null
    );
    create index pledges_donor_idx on pledges (donor_id, id);
    create index pledges_campaign_idx on pledges (campaign_id, id);
    -- For exports, which group by donor.
    create index pledges_campaign_donor_idx on pledges (campaign_id, donor_id);
    -- To find what a stored reply says of a donor. Creations, which say nothing of them, must not pay for it.
    create index inbox_reply_idx on inbox ((reply ->> 'id')) where reply is not null and command <> 'pledges.create';
    create index pledges_subscription_idx on pledges (subscription_id, period) where subscription_id is not null;

    -- What the campaigns service has told of campaigns.
    create table campaign_views (
      campaign_id uuid primary key,
      owner_id    uuid not null,
      currency    text not null,
      funding     text not null,
      status      text not null,
      cancelled_because text,
      ends_at     timestamptz,
      payouts     text not null,
      version     int  not null
    );
  `);
};
