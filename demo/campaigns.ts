// Sample texts. People and places are invented.
import type { Params } from '#contracts';

export type DemoCampaign = Params<'campaigns.create'> & {
  owner: 'ada' | 'bruno' | 'chidi';
  /** Its end. */
  ends?: 'closed' | 'cancelled' | 'never published';
  /** The number of its pledges. */
  pledges: number;
};

export const campaigns: DemoCampaign[] = [
  {
    owner: 'ada',
    title: 'A well for Kisumu Ndogo',
    description:
      'The nearest clean water is an hour on foot. A driller is booked for the dry season; pump, casing and a year of care are paid from this. The village digs the trenches itself.',
    goal_amount: 1_200_000,
    currency: 'EUR',
    pledges: 90,
  },
  {
    owner: 'ada',
    title: 'Night bus for the food bank',
    description:
      'Bakeries close at seven, the kitchen opens at six. A second-hand van that keeps bread cool would save four hundred meals a week. We have a driver, and a garage that mends it for nothing.',
    goal_amount: 850_000,
    currency: 'EUR',
    pledges: 55,
  },
  {
    owner: 'bruno',
    title: 'Instruments for the harbour school band',
    description:
      'Forty children, eleven trumpets, one of them with all its valves. Whatever is left over goes to lessons in the summer.',
    goal_amount: 300_000,
    currency: 'USD',
    pledges: 48,
  },
  {
    owner: 'bruno',
    title: 'Hedgehog hospital: an X-ray of our own',
    description:
      'Last autumn we drove 212 hedgehogs to the vet in the next town and back. A small digital X-ray pays for itself in two winters.',
    goal_amount: 640_000,
    currency: 'EUR',
    pledges: 42,
  },
  {
    owner: 'chidi',
    title: 'Rebuild the library roof',
    description:
      'The storm of the third of March took a third of it. The books are dry, in nine garages. The insurance pays half, the town a quarter.',
    goal_amount: 1_500_000,
    currency: 'GBP',
    pledges: 36,
  },
  {
    owner: 'chidi',
    title: 'Street chess in the park',
    description: 'Six stone tables and a box of clocks. The tables are made by the masons’ school.',
    goal_amount: 90_000,
    currency: 'EUR',
    pledges: 20,
    ends: 'closed',
  },
  {
    owner: 'bruno',
    title: 'Open-air cinema by the river',
    description: 'Eight Fridays in August. Called off: the meadow is under water, and will be until autumn.',
    goal_amount: 250_000,
    currency: 'EUR',
    pledges: 14,
    ends: 'cancelled',
  },
  {
    owner: 'ada',
    title: 'A repair café on wheels',
    description: 'Still looking for a trailer. To be published when there is one.',
    goal_amount: 400_000,
    currency: 'EUR',
    pledges: 0,
    ends: 'never published',
  },
];
