// What is forgotten of who was erased: e-mails that have not left, and messages on which this service failed. Both hold addresses.

/**
 * Applies `user.erased` and `pledge.erased`, however often they come. An e-mail is about what its payload names: a user or a
 * pledge.
 */
export const forgetErased = `
  with gone as (
    select distinct payload ->> 'pledge_id' pledge_id, payload ->> 'user_id' user_id
    from json_to_recordset($1) as d(payload json)
  ), letters as (
    delete from dead_letters d using gone where d.message #>> '{payload,pledge_id}' = gone.pledge_id
      or d.message #>> '{payload,user_id}' = gone.user_id
  )
  delete from timers t using gone where t.name = 'notifications.email' and (
    t.payload #>> '{about,pledge_id}' = gone.pledge_id or t.payload #>> '{about,purpose,id}' = gone.pledge_id
    or t.payload #>> '{about,user_id}' = gone.user_id)`;
