import type { Migration } from '#lib/postgres/migrate';

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

    -- Letters and digits, normalized and in lower case; all else separates words. So "and/or", "covid-19" and
    -- "me@example.org" are words of their own, which Postgres' parser alone takes for a path, a number and an address.
    create function words_of(text) returns tsvector language sql immutable as $$
      select to_tsvector('simple', regexp_replace(lower(normalize($1, nfkc)), '[^[:alnum:]]+', ' ', 'g'))
    $$;
    -- All of the words, each as a prefix; null without words, which matches nothing. Of many, the eight longest:
    -- 36 words of one letter took 1.2 s.
    create function query_of(text) returns tsquery language sql immutable as $$
      select string_agg(format('''%s'':*', lexeme), ' & ')::tsquery
      from (select lexeme from unnest(words_of($1)) order by length(lexeme) desc, lexeme limit 8) words
    $$;

    -- In a table of their own: the raised amount changes all the time, and each update would copy the words as well.
    create table campaign_words (
      campaign_id uuid primary key references campaigns,
      words       tsvector not null
    );
    create index campaign_words_idx on campaign_words using gin (words);

    create function keep_words() returns trigger language plpgsql as $$
    begin
      insert into campaign_words
        values (new.id, setweight(words_of(new.title), 'A') || words_of(new.description))
        on conflict (campaign_id) do update set words = excluded.words;
      return null;
    end $$;
    create trigger campaigns_founded after insert on campaigns for each row execute function keep_words();
    create trigger campaigns_edited after update of title, description on campaigns for each row
      when ((old.title, old.description) is distinct from (new.title, new.description))
      execute function keep_words();
  `);
