import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table subscriptions (
      id          uuid        primary key,
      campaign_id uuid        not null, -- owned by the campaigns service: no foreign key
      donor_id    uuid, -- null: a guest
      donor       jsonb, -- a guest's name and e-mail address
      amount      bigint      not null check (amount > 0),
      currency    text        not null,
      interval    text        not null,
      message     text,
      anonymous   bool        not null,
      status      text        not null,
      period      int         not null,
      attempt     int         not null,
      pledge_id   uuid        not null, -- owned by the pledges service
      outcome     text        not null, -- of that pledge
      mandate_id  uuid        not null, -- owned by the payments service
      begun_at    timestamptz not null, -- when the period was charged first
      due_at      timestamptz,
      retry_at    timestamptz,
      paused_by   text,
      ended_by    text,
      created_at  timestamptz not null,
      version     int         not null
    );
    create index subscriptions_donor_idx on subscriptions (donor_id, id);
    create index subscriptions_campaign_idx on subscriptions (campaign_id, id);
  `);
