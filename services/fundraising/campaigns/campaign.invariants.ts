// What must always hold of campaigns.
import { histories } from '#mixins/invariants';

export const campaignInvariants = {
  'history leads to status': histories('campaigns', 'DRAFT'),
};
