import type { Migration } from '#lib/postgres/migrate';

/** Timers. They outlive the node that scheduled them. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    -- Times are whole milliseconds, as JavaScript has them: due_at identifies a timer's schedule.
    create table timers (
      name         text not null,
      key          text not null,
      due_at       timestamptz(3) not null,
      payload      json not null,
      attempts     int  not null default 0,
      error        text,           -- of the last attempt that failed
      leased_until timestamptz(3), -- no other node fires it until then; after a failure, none does
      primary key (name, key)
    );
    -- greatest() ignores nulls. By name, so that a query for one name does not read past the backlog of another.
    create index timers_due_idx on timers (name, greatest(due_at, leased_until));

    -- A node that sleeps until the next timer must be woken for an earlier one, whoever writes it: an operator's update, too.
    -- Timers due in more than two minutes are found in time without: most timers are, and their writers then pay nothing.
    create function wake_timers() returns trigger language plpgsql as $$
    begin
      notify timers;
      return null;
    end $$;
    create trigger timers_wake after insert or update of due_at, leased_until on timers for each row
      when (new.leased_until is null and new.due_at < now() + interval '2 minutes')
      execute function wake_timers();

    -- For retention. A few pages, and nothing to write at an insert, since the times grow as the table does.
    create index inbox_handled_at_idx on inbox using brin (handled_at);
  `);
