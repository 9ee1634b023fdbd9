import { ofRows } from '#mixins/invariants';

export const userInvariants = {
  'who was erased has neither name nor address': ofRows(
    'users',
    `select id key, 'they were erased, and their name or address is still here' found from page
     where erased_at is not null and (email is not null or name is not null)`,
  ),
};
