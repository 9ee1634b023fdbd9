import type { PersonalData } from '#lib/personal';

export const subscriptionsPersonal: PersonalData = {
  purposes: 'To charge what you want to give regularly.',
  recipients: 'The owner of the campaign, who sees who you are unless you give anonymously.',
  retention: 'For good, without saying who you are once the account is erased.',
  tables: {
    subscriptions: {
      what: 'A recurring gift of yours.',
      where: 'donor_id = $1',
      fields: {
        id: 'its id',
        campaign_id: 'what you give to',
        amount: 'how much each time, in minor units of the currency',
        currency: 'its currency (ISO 4217)',
        interval: 'how often',
        message: 'what you wrote to the campaign',
        anonymous: 'whether the owner of the campaign is not told who gives',
        status: 'where it stands',
        period: 'which time it is, from 0',
        pledge_id: 'the last gift of it',
        due_at: 'when it is charged next',
        retry_at: 'when a charge that failed is tried again',
        paused_by: 'who paused it',
        ended_by: 'who ended it',
        created_at: 'when you began it',
      },
      withheld: { donor: 'a guest: of an account it is empty' },
    },
  },
};
