import type { PersonalData } from '#lib/personal';

export const campaignsPersonal: PersonalData = {
  purposes: 'To show campaigns to donors, and to know whose the money is.',
  recipients: 'Everybody, once a campaign is published.',
  retention: 'For good: donors gave to it. Drafts until the account is erased.',
  tables: {
    campaigns: {
      what: 'A campaign of yours.',
      where: 'owner_id = $1',
      fields: {
        id: 'its id',
        title: 'its title',
        description: 'what you wrote about it',
        goal_amount: 'how much it is to raise, in minor units of the currency',
        currency: 'its currency (ISO 4217)',
        funding: 'whether it keeps what it gets, or only all of its goal',
        ends_at: 'when it ends',
        status: 'where it stands',
        cancelled_because: 'why it was cancelled',
        raised_amount: 'how much it has raised',
        published_at: 'when you published it',
        funded_at: 'when it reached its goal',
        decided_at: 'when it was decided whether it keeps its money',
        created_at: 'when you made it',
      },
    },
  },
};
