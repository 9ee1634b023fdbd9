import { ofAll, ofRows } from '#mixins/invariants';

export const authInvariants = {
  'the current token of a login session is its own, and not spent': ofRows(
    'login_sessions',
    `select p.id key, coalesce('its current token was spent at ' || t.spent_at, 'its current token is not there') found
     from page p left join refresh_tokens t on t.hash = p.current_token and t.login_session_id = p.id
     where p.last_used_at > now() - interval '30 days' and (t.hash is null or t.spent_at is not null)`,
  ),
  // Of the last 50 minutes: those of more than an hour are deleted.
  'revocations are numbered without gaps': ofAll(
    'select count(*) from revocations',
    `select r.seq key, format('%s were counted, and the next one is not there', c.last) found
     from revocations r, revocation_counter c
     where r.at > now() - interval '50 minutes' and r.seq <> c.last
       and not exists (select from revocations n where n.seq = r.seq + 1)`,
  ),
  'no two signing keys have their turn at once': ofAll(
    'select count(*) from signing_keys',
    `select min(kid) key, format('%s keys begin to sign at %s', count(*), signs_at) found
     from signing_keys group by signs_at having count(*) > 1`,
  ),
};
