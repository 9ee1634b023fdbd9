import type { PersonalData } from '#lib/personal';

export const totalsPersonal: PersonalData = {
  purposes: 'To count what campaigns have raised, and how many donors they have.',
  recipients: 'Everybody sees the sums; nobody sees whose they are.',
  retention: 'For good.',
  tables: {},
  exceptions: {
    pledge_figures: 'the figures of gifts, which pledges gives',
    campaign_donors: 'the number of gifts by donor and campaign, which follows from those',
  },
};
