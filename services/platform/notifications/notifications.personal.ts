import type { PersonalData } from '#lib/personal';

export const notificationsPersonal: PersonalData = {
  purposes: 'To send e-mails, once each and not too many.',
  recipients: 'The mail server.',
  retention: 'That an e-mail left, 90 days, without its address; counts by mailbox, 4 days.',
  tables: {},
  exceptions: {
    email_quota: 'a hash of a mailbox, for 4 days, with nobody’s name beside it: it counts e-mails',
    sent_emails: 'that an e-mail left, by its id: not to whom',
  },
};
