import type { PersonalData } from '#lib/personal';

export const authPersonal: PersonalData = {
  purposes: 'To let you sign in, and nobody else.',
  recipients: 'Nobody.',
  retention: 'Until the account is erased; a login session until 30 days after its last token expired.',
  tables: {
    credentials: {
      what: 'Your account.',
      where: 'user_id = $1',
      key: 'user_id',
      fields: {
        email: 'the address that you sign in with',
        registered_at: 'when you registered',
        deleted_at: 'when you deleted it',
        erased_at: 'when it will be erased',
      },
      withheld: { password_hash: 'a secret' },
    },
    login_sessions: {
      what: 'A login of yours.',
      where: 'user_id = $1',
      fields: {
        id: 'its id',
        created_at: 'when you signed in',
        last_used_at: 'when it was used last',
        revoked_at: 'when it was ended',
        revoked_because: 'why it was ended',
      },
    },
  },
  exceptions: { signing_keys: 'the platform’s own keys' },
};
