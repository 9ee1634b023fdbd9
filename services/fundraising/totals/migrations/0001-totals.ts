import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    -- The figures of each pledge, by its newest message.
    create table pledge_figures (
      pledge_id           uuid   primary key,
      campaign_id         uuid   not null,
      donor_id            uuid   not null,
      currency            text   not null,
      captured_amount     bigint not null,
      refunded_amount     bigint not null,
      charged_back_amount bigint not null,
      version             int    not null, -- the pledge's: the highest counts
      at                  timestamptz not null,
      -- The last message's effect on the campaign: a statement can't return the values that it replaces.
      pledges_moved       int    not null,
      donor_left          uuid   not null, -- whose it was before: an account may have claimed a guest's pledge
      gave_before         int    not null, -- 1: its money was captured before, and counted for the donor that it had then
      total_moved         bigint not null,
      refunded_moved      bigint not null
    );
    create index pledge_figures_campaign_id_idx on pledge_figures (campaign_id);

    -- Donors: each counts once per campaign, with however many pledges.
    create table campaign_donors (
      campaign_id uuid   not null,
      donor_id    uuid   not null,
      pledges     bigint not null, -- those whose money was captured
      primary key (campaign_id, donor_id)
    );

    -- The sums of pledge_figures.
    create table campaign_totals (
      campaign_id uuid   primary key,
      currency    text   not null,
      total       bigint not null, -- captured - refunded - charged back
      donors      bigint not null,
      pledges     bigint not null,
      refunded    bigint not null,
      as_of       timestamptz not null,
      version     bigint not null -- counts its changes
    );
  `);
