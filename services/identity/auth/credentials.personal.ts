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
        device: 'what you signed in with',
        address: 'where it was used last',
        revoked_at: 'when it was ended',
        revoked_because: 'why it was ended',
      },
    },
    access_tokens: {
      what: 'A token of yours for a program.',
      where: 'user_id = $1',
      fields: {
        id: 'its id',
        name: 'what you called it',
        permissions: 'what it may do',
        created_at: 'when you made it',
        expires_at: 'when it ends',
        last_used_at: 'when it was used last',
      },
      withheld: { hash: 'a secret' },
    },
    outsiders: {
      what: 'Who you are at the provider where you sign in.',
      where: 'user_id = $1',
      key: 'user_id',
      fields: { issuer: 'the provider', subject: 'your id there', first_seen_at: 'when you first came' },
    },
    totp: {
      what: 'Your authenticator app.',
      where: 'user_id = $1',
      key: 'user_id',
      fields: { enrolled_at: 'when you added it', confirmed_at: 'when you confirmed it' },
      withheld: { secret: 'a secret' },
    },
    passkeys: {
      what: 'A passkey of yours.',
      where: 'user_id = $1',
      fields: {
        id: 'its id',
        name: 'what you called it',
        transports: 'how it is reached',
        synced: 'whether it is kept by its maker as well',
        created_at: 'when you added it',
        last_used_at: 'when you used it last',
      },
      withheld: { credential_id: 'how it is found', public_key: 'how it is recognized' },
    },
    known_networks: {
      what: 'Where you have signed in.',
      where: 'user_id = $1',
      key: 'user_id',
      fields: { network: 'the network', last_at: 'when you signed in there last' },
    },
    password_resets: {
      what: 'A link that resets your password.',
      where: 'user_id = $1',
      fields: {
        created_at: 'when it was made',
        expires_at: 'until when it is valid',
        by_mail: 'whether it went to your mailbox',
      },
    },
    email_changes: {
      what: 'A change of your address that is under way.',
      where: 'user_id = $1',
      fields: {
        new_email: 'the new address',
        created_at: 'when you asked for it',
        expires_at: 'until when it can be confirmed',
        old_confirmed_at: 'when it was confirmed at the old address',
        new_confirmed_at: 'when it was confirmed at the new address',
      },
    },
  },
  exceptions: {
    signing_keys: 'the platform’s own keys',
    recovery_codes: 'secrets',
    passkey_challenges: 'random, and gone after five minutes',
  },
};
