import type { PersonalData } from '#lib/personal';

export const pledgesPersonal: PersonalData = {
  purposes: 'To collect what you give, and to account for it.',
  recipients: 'The owner of the campaign, who sees your name and address unless you gave anonymously.',
  retention: 'For good, without saying who you are once the account is erased: accounts rest on it.',
  tables: {
    pledges: {
      what: 'A gift of yours.',
      where: 'donor_id = $1',
      fields: {
        id: 'its id',
        campaign_id: 'what you gave to',
        amount: 'how much, in minor units of the currency',
        fee_cover: 'the part of it that covers fees',
        currency: 'its currency (ISO 4217)',
        message: 'what you wrote to the campaign',
        message_hidden: 'whether the owner of the campaign hides that',
        anonymous: 'whether the owner of the campaign is not told who gave',
        status: 'where it stands',
        captured_amount: 'how much was collected',
        refunded_amount: 'how much of it you got back',
        charged_back_amount: 'how much of it your bank took back',
        refunds: 'each refund',
        resolution: 'how an admin settled an amount that differed',
        offline: 'how you gave it where that was not here',
        subscription_id: 'the recurring gift that it belongs to',
        period: 'the period of that',
        guest_id: 'stands for your address, where you gave without signing in',
        created_at: 'when you made it',
        expires_at: 'until when it could be paid',
      },
      withheld: {
        donor: 'a guest: of an account it is empty',
        facts: 'what the status follows from, in the terms of the program',
      },
    },
    thanks: {
      what: 'Thanks that you wrote to the donors of a campaign.',
      where: 'owner_id = $1',
      fields: {
        id: 'their id',
        campaign_id: 'the campaign',
        subject: 'the subject',
        message: 'what you wrote',
        status: 'whether they were sent',
        created_at: 'when you wrote them',
      },
    },
  },
  exceptions: {
    thanked_donors: 'that you were thanked, for 90 days: the letter reached you',
    campaign_views: 'a copy of campaigns',
    pledge_origins: 'a hash of where a gift was made, for days, by gift: it counts attempts',
    buckets: 'a hash of a network, for minutes: it counts attempts',
  },
};
