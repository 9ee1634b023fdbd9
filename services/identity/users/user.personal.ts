import type { PersonalData } from '#lib/personal';

export const usersPersonal: PersonalData = {
  purposes: 'To know who has an account, and to write to them.',
  recipients: 'Owners of campaigns see name and address of those who gave openly; admins see all.',
  retention: 'Until the account is erased.',
  tables: {
    users: {
      what: 'Your profile.',
      where: 'id = $1',
      fields: {
        id: 'what stands for you everywhere else',
        email: 'your address',
        name: 'your name',
        version: 'how often it changed',
        created_at: 'when you registered',
        verified_at: 'when you showed that the address is yours',
        deleted_at: 'when you deleted your account',
      },
    },
  },
  exceptions: { verification_requests: 'that a link was asked for, for an hour: only counted' },
};
