import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table campaign_totals (
      campaign_id uuid   primary key,
      currency    text   not null,
      total       bigint not null, -- captured - refunded - charged back
      donors      bigint not null,
      pledges     bigint not null,
      refunded    bigint not null,
      as_of       timestamptz not null
    );

    -- Who has given: a donor counts once per campaign.
    create table campaign_donors (
      campaign_id uuid not null,
      donor_id    uuid not null,
      primary key (campaign_id, donor_id)
    );
  `);
