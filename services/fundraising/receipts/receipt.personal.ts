import type { PersonalData } from '#lib/personal';

export const receiptsPersonal: PersonalData = {
  purposes: 'To confirm to you, and to the tax office, what you gave.',
  recipients:
    'You, by e-mail; the organisation that you gave to, without your name where you gave anonymously.',
  retention:
    'Receipts for good, with your name: accounts rest on them. Your address until the account is erased.',
  tables: {
    receipts: {
      what: 'A receipt for a gift of yours, or its cancellation.',
      where: 'pledge_id in (select pledge_id from receipted_pledges where donor_id = $1)',
      fields: {
        id: 'its id',
        number: 'its number',
        kind: 'whether it confirms, or takes back',
        issued_at: 'when it was issued',
        organisation_id: 'the owner of the campaign',
        organisation_name: 'how they are called',
        campaign_title: 'what you gave to',
        pledge_id: 'the gift',
        donor_name: 'your name on it',
        anonymous: 'whether the organisation is not told who gave',
        amount: 'how much, in minor units of the currency',
        currency: 'its currency (ISO 4217)',
        received_at: 'when the money came',
      },
    },
    receipted_pledges: {
      what: 'What a gift of yours has brought, and where its receipt went.',
      where: 'donor_id = $1',
      key: 'pledge_id',
      fields: {
        pledge_id: 'the gift',
        donor_address: 'your address',
        kept_amount: 'what was not returned, in minor units of the currency',
        currency: 'its currency (ISO 4217)',
        received_at: 'when the money came',
      },
    },
  },
  exceptions: { receipt_books: 'the last number of an organisation’s receipts' },
};
