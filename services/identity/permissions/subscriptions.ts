// What follows from what becomes of accounts.
import { projection } from '#mixins/projection';

// A change is numbered once the lock is held: `lockRoles` says why.
const IN_TURN = `(select pg_advisory_xact_lock(hashtext('roles')) offset 0) in_turn`;

/** The roles that an account was opened with. Nodes need not look again where it is the default one: they assume it. */
const grantFirstRoles = `
  with opened as (
    select u.user_id, u.roles from json_to_recordset($1) as d(payload json),
      json_to_record(d.payload) as u(user_id uuid, roles text[])
  ), granted as (
    insert into user_roles (user_id, role, granted_at) select user_id, unnest(roles), now() from opened
    on conflict do nothing returning user_id, role
  )
  insert into permission_changes (user_id, at)
  select user_id, now() from granted, ${IN_TURN} where role <> 'member'`;

const takeAll = `
  with gone as (
    select distinct u.user_id from json_to_recordset($1) as d(payload json),
      json_to_record(d.payload) as u(user_id uuid)
  ), taken as (
    delete from user_roles using gone where user_roles.user_id = gone.user_id returning gone.user_id
  )
  insert into permission_changes (user_id, at)
  select distinct user_id, now() from taken, ${IN_TURN}`;

export const subscriptions = [
  ...projection({ messages: ['user.registered'], apply: grantFirstRoles }),
  ...projection({ messages: ['user.erased'], apply: takeAll }),
];
