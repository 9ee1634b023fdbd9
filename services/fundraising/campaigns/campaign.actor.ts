import { actor } from '#mixins/actors';
import { campaignStore } from './campaign.store.ts';

export const campaignActor = actor({ name: 'campaign', store: campaignStore, missing: 'CAMPAIGN_NOT_FOUND' });
