import { actor } from '#mixins/actors';
import { pledgeStore } from './pledge.store.ts';

export const pledgeActor = actor({ name: 'pledge', store: pledgeStore, missing: 'PLEDGE_NOT_FOUND' });
