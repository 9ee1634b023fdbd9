import type { PersonalData } from '#lib/personal';

export const sandboxPersonal: PersonalData = {
  purposes: 'To try payments without money.',
  recipients: 'Nobody.',
  retention: 'For good.',
  tables: {},
  exceptions: { sandbox_payments: 'plays the payment provider: it knows payments by their ids alone' },
};
