import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { planAction } from './action.ts';
import { Plan } from './plan.ts';
import { planService } from './service.ts';
import { plural, singular, withArticle } from './words.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Nothing of it is written. */
const service = (path?: string, entity?: string) => planService(new Plan(ROOT), ROOT, path, entity);
const action = (name?: string, summary?: string, entity?: string) =>
  planAction(new Plan(ROOT), ROOT, name, summary, entity);

test.each([
  ['', /write <system>\/<name>/],
  ['vouchers', /write <system>\/<name>/],
  ['fundraising/more/vouchers', /write <system>\/<name>/],
  ['fundraising/', /name of the service is missing/],
  ['../vouchers', /can't name a system/],
  ['fundraising/..', /can't name a service/],
  ['/vouchers', /name of the system is missing/],
  ['fundraising/gift-cards', /write gift_cards/],
  ['fundraising/Vouchers', /write vouchers/],
  ['Fundraising/vouchers', /write fundraising/],
  ['fundraising/2024', /begins with a letter\.$/],
  ['fundraising/gift__cards', /single '_'/],
  ['fundraising/vouchérs', /small letters/],
  [`fundraising/${'long'.repeat(20)}`, /at most 32/],
  ['fundraising/delete', /word of TypeScript/],
  ['class/vouchers', /word of TypeScript/],
  ['fundraising/shared', /shared code is called so/],
  ['fundraising/index', /shared code is called so/],
  ['ledger/vouchers', /shared code is called so/],
  ['fundraising/pledges', /There is a service 'pledges' in fundraising/],
  ['finance/pledges', /There is a service 'pledges' in fundraising/],
  ['fundraising/finance', /is the name of a system/],
  ['vouchers/vouchers', /is the name of a system/],
  ['pledges/vouchers', /is the name of a service/],
  ['fundraising/news', /'new' can't name an entity.*--entity/],
  ['fundraising/promises', /'promise' can't name an entity/],
  ['fundraising/transitions', /'transition' can't name an entity/],
  ['fundraising/pledge', /Another service has 'pledge'/],
  ['community/refunds', /another 'Refund'/],
  ['community/payouts', /routes under \/api\/payouts/],
])('refuses the service %j', async (path, sentence) => {
  await expect(service(path)).rejects.toThrow(sentence);
});

test.each([
  ['Book', /write book/],
  ['delete', /can't name an entity/],
  ['pledge', /Another service has 'pledge'/],
])('refuses the entity %j', async (entity, sentence) => {
  await expect(service('community/library', entity)).rejects.toThrow(sentence);
});

const says = 'Thanks the donor of a pledge.';
test.each([
  ['', says, undefined, /write <service>\.<verb>/],
  ['thank', says, undefined, /write <service>\.<verb>/],
  ['pledges.thank.you', says, undefined, /write <service>\.<verb>/],
  ['pledges.thank-you', says, undefined, /write thank_you/],
  ['pledges.delete', says, undefined, /word of TypeScript/],
  ['pledges.deliver', says, undefined, /Every service has an action 'deliver'/],
  ['campaigns.timers', says, undefined, /another 'timers'/],
  ['pledges.cancel', says, undefined, /There is an action pledges\.cancel/],
  ['pledge.thank', says, undefined, /no service 'pledge'.*pledges/],
  ['pledges.thank', '', undefined, /in a sentence/],
  ['pledges.thank', 'thanks', undefined, /in a sentence/],
  ['pledges.thank', 'Ends a comment */ here.', undefined, /in a sentence/],
  ['users.thank', says, undefined, /users has no actor/],
  ['payments.thank', says, undefined, /say which, as in --entity mandate \(or payment, payout/],
  ['payments.thank', says, 'invoice', /has no 'invoice': it has mandate, payment, payout/],
])('refuses the action %j, %j, %j', async (name, summary, entity, sentence) => {
  await expect(action(name, summary, entity)).rejects.toThrow(sentence);
});

test.each([
  ['offers', 'offer', 'offers', 'an offer'],
  ['libraries', 'library', 'libraries', 'a library'],
  ['boxes', 'box', 'boxes', 'a box'],
  ['classes', 'class', 'classes', 'a class'],
  ['stays', 'stay', 'stays', 'a stay'],
  ['stock', 'stock', 'stocks', 'a stock'],
  ['carpool_users', 'carpool_user', 'carpool_users', 'a carpool user'],
])('%s keeps: %s, in %s', (name, entity, table, one) => {
  expect(singular(name)).toBe(entity);
  expect(plural(entity)).toBe(table);
  expect(withArticle(entity)).toBe(one);
});
