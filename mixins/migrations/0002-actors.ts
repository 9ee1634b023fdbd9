import type { Migration } from '#lib/postgres/migrate';

/** The history of a service's actors, and the error of a save that another node preceded. */
export const up: Migration = (db) =>
  db.sequelize.query(`
    create table transitions (
      seq         bigint generated always as identity,
      key         uuid not null,
      from_status text not null,
      to_status   text not null,
      trigger     text not null,
      command_id  uuid,
      at          timestamptz not null
    );
    create index transitions_key_idx on transitions (key);

    create function refuse_stale() returns int language plpgsql as $$
    begin
      raise exception 'another node has written these actors' using errcode = 'serialization_failure';
    end $$;
  `);
