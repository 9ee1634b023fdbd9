import type { PersonalData } from '#lib/personal';

export const paymentsPersonal: PersonalData = {
  purposes: 'To collect gifts at the payment provider, and to account for the money.',
  recipients: 'The payment provider, which the donor gives their card to.',
  retention: 'For good: accounts rest on it.',
  tables: {},
  exceptions: {
    payments: 'the collection of a gift: it names the gift alone, whose amounts and status pledges gives',
    mandates: 'the provider’s own names of a saved card: who has them may charge it',
    beneficiaries: 'a copy of campaigns',
    write_offs: 'which admin decided: it is about the campaign’s debt',
  },
};
