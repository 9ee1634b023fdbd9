import * as campaigns from './campaigns.ts';
import * as pledges from './pledges.ts';
import * as receipts from './receipts.ts';
import * as subscriptions from './subscriptions.ts';
import * as totals from './totals.ts';

export const services = { campaigns, pledges, receipts, subscriptions, totals };
