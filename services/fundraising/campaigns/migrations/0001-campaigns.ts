import type { Migration } from '#lib/postgres/migrate';
import { SEARCH } from '../search.sql.ts';

export const up: Migration = (db) =>
  db.sequelize.query(`
    create table campaigns (
      id            uuid   primary key,
      owner_id      uuid   not null,
      title         text   not null,
      description   text   not null,
      goal_amount   bigint not null check (goal_amount > 0),
      currency      text   not null,
      funding       text   not null,
      ends_at       timestamptz,
      status        text   not null,
      cancelled_because text,
      raised_amount bigint not null,
      published_at  timestamptz,
      funded_at     timestamptz,
      decided_at    timestamptz,
      created_at    timestamptz not null,
      version       int    not null,
      check (funding = 'flexible' or ends_at is not null)
    );
    create index campaigns_owner_idx on campaigns (owner_id, id);

    ${SEARCH}

    -- In a table of their own: the raised amount changes all the time, and each update would copy the words as well.
    create table campaign_words (
      campaign_id uuid primary key references campaigns,
      words       tsvector not null
    );
    create index campaign_words_idx on campaign_words using gin (words);

    create function keep_words() returns trigger language plpgsql as $$
    begin
      insert into campaign_words
        values (new.id, words_of(new.title || ' ' || new.description))
        on conflict (campaign_id) do update set words = excluded.words;
      return null;
    end $$;
    create trigger campaigns_founded after insert on campaigns for each row execute function keep_words();
    create trigger campaigns_edited after update of title, description on campaigns for each row
      when ((old.title, old.description) is distinct from (new.title, new.description))
      execute function keep_words();
  `);
