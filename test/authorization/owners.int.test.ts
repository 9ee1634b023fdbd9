// What is somebody's is nobody else's: every id of one owner is put wherever an id goes, by others who may do as much with their own.
import { world } from '#lib/world';
import { routedActions, type CalledAction } from '#test/authorization/actions';
import { crowd } from '#test/authorization/crowd';
import { anEstate, type Estate } from '#test/authorization/estate';
import { keptOf } from '#test/authorization/kept';
import { idPlacesOf, paramsOf, type Place } from '#test/authorization/samples';
import { client, type Answer, type Client } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Fundraising;
let [first, second]: Estate[] = [];
let others: { who: string; api: Client }[];

beforeAll(async () => {
  it = await startFundraising();
  first = await anEstate(it);
  second = await anEstate(it);
  others = [
    { who: 'a member', api: await it.anyone.register() },
    { who: 'the owner of as much', api: second.api },
    { who: 'who runs that one’s campaign', api: await aStewardOf(second) },
  ];
});
afterAll(() => it?.platform.stop());

/** Somebody who may do everything, but on one campaign alone. */
async function aStewardOf({ ids }: Estate): Promise<Client> {
  const api = await it.anyone.register();
  await it.platform.quiet();
  const resource = `campaign:${ids['campaign']}`;
  for (const role of ['admin', 'organiser', 'support', 'operator'])
    await crowd(it.platform).grant(api.user.id, role, { resource });
  return api;
}

interface Asked {
  action: CalledAction;
  place: Place;
  isResource: boolean;
}

// The sandbox stands in for a provider, who is somebody else: whoever has its link may pay there. And anybody may give.
const isForAll = ({ name, service, method }: CalledAction) =>
  (service === 'sandbox' && method !== 'GET') || GIVING.includes(name);
const GIVING = ['pledges.create', 'subscriptions.create'];

const isStream = ({ produces }: CalledAction) => produces === 'text/event-stream';

const allPlaces: Asked[] = routedActions
  .filter((action) => !isStream(action))
  .flatMap((action) => idPlacesOf(action.params).map((at) => ({ action, ...at })));
const placesOf = (name: string) => allPlaces.filter(({ action }) => action.name === name);
const places = allPlaces.filter(({ action }) => !isForAll(action));

/** Asks with this id at its place, and the first owner's Idempotency-Key. */
const ask = (api: Client, { action, place, isResource }: Asked, id: string, key = first!.idempotency_key) =>
  api.ask(action.name, paramsOf(action.params, place, isResource ? `campaign:${id}` : id), {
    headers: { 'idempotency-key': key },
  });

/** What an answer says, but for the id that it was asked with, and what is new in each. */
const saidIn = ({ status, body }: Answer, id: string): string =>
  `${status} ${JSON.stringify({ ...body, request_id: '', retry_after_s: 0 })}`.replaceAll(id, 'ID');

/** Asks with an id that there is not. */
async function unknownAt(api: Client, place: Asked) {
  const id = world.newId();
  const answer = await ask(api, place, id);
  return {
    isRefused: answer.status === 403 && answer.body['permission'] === place.action.needs,
    says: saidIn(answer, id),
  };
}

// Links to pay are for whoever has them: a donor may send theirs to somebody who pays.
const PAYING = ['payments', 'sandbox'];

/** What anybody is told as well: of who has published a campaign, and of it, and where it is paid. */
const isPublic = async (place: Asked, kind: string, id: string, answer: Answer): Promise<boolean> =>
  place.action.isPublic &&
  (kind === 'campaign' || kind === 'user' || PAYING.includes(place.action.service)) &&
  saidIn(answer, id) === saidIn(await ask(client(it.platform.url), place, id), id);

/** That a campaign was published everybody knows: then there is one, and who has nothing to do with it gets nothing. */
const isNothingOf = (kind: string, { status, body }: Answer): boolean =>
  kind === 'campaign' &&
  (body['code'] === 'PERMISSION_DENIED' ||
    (status === 200 && JSON.stringify(body) === JSON.stringify({ data: [], next_cursor: null })));

const everything = () => [...Object.values(first!.ids), ...first!.secrets];
const tellsAnything = ({ body }: Answer) =>
  first!.secrets.some((secret) => JSON.stringify(body).includes(secret));

/** Where an answer to somebody tells that an id is one, or anything of what it is of. */
async function leaksTo(who: string, api: Client, place: Asked): Promise<string[]> {
  const unknown = await unknownAt(api, place);
  const leak = async ([kind, id]: [string, string]) => {
    const answer = await ask(api, place, id);
    const says = saidIn(answer, id);
    const isFine =
      says === unknown.says ||
      isNothingOf(kind, answer) ||
      (await isPublic(place, kind, id, answer)) ||
      // How often one may try changes from one to the next.
      says === (await unknownAt(api, place)).says;
    const where = `${place.action.name} with ${kind} as ${place.place.join('.')} by ${who}`;
    return isFine && !tellsAnything(answer) ? [] : [`${where}: ${says.slice(0, 500)}`];
  };
  // Who may not do it at all is refused before any id is looked at.
  const ids = Object.entries(first!.ids).slice(0, unknown.isRefused ? 1 : undefined);
  // What is public may wait for what will be there soon.
  if (place.action.isPublic) return (await Promise.all(ids.map(leak))).flat();
  const found: string[] = [];
  for (const each of ids) found.push(...(await leak(each)));
  return found;
}

test(`an id of somebody else's is as good as one that there is not, or public: ${places.length} places × 3 callers`, async () => {
  const before = await keptOf(it.platform, everything());
  const found: string[] = [];
  for (const place of places)
    found.push(...(await Promise.all(others.map(({ who, api }) => leaksTo(who, api, place)))).flat());
  expect(found).toEqual([]);
  await it.platform.quiet();
  expect(await keptOf(it.platform, everything())).toEqual(before);
});

test('of a draft nobody can watch the totals', async () => {
  const status = async (id: string) =>
    (await fetch(`${it.platform.url}/api/campaigns/${id}/totals/stream`)).status;
  expect([await status(first!.ids['draft']!), await status(world.newId())]).toEqual([404, 404]);
});

test('who gives to a campaign of somebody else, also with their Idempotency-Key, gets a pledge of their own', async () => {
  for (const name of GIVING)
    for (const { api } of others) {
      const { action, ...at } = placesOf(name)[0]!;
      const [draft, campaign] = [first!.ids['draft']!, first!.ids['campaign']!];
      expect((await ask(api, { action, ...at }, draft)).status).toBe(404);
      const { status, body } = await ask(api, { action, ...at }, campaign);
      expect(status).toBe(201);
      expect(Object.values(first!.ids)).not.toContain(body['pledge_id']);
      await it.platform.quiet();
      expect((await api.call('pledges.get', { id: String(body['pledge_id']) })).status).toBe('PENDING');
    }
});

// No id alone opens these: a token or a proof belongs to it, or Stripe is the provider, or something has failed for good.
const OPENED_OTHERWISE = [
  'auth.remove_passkey',
  'ops.get_dead_letter',
  'ops.retry_dead_letter',
  'payments.card_page',
  'payments.card_saved_page',
  'payments.page',
  'pledges.page',
  'pledges.press_update',
  'subscriptions.end',
  'subscriptions.open_card',
  'subscriptions.page',
];
// Whoever asks may do nothing more afterwards.
const LAST = ['permissions.revoke_role', 'auth.revoke_login_session'];

/** Whether one of the owner's ids is known there: to them, or to an admin. */
async function isKnown(place: Asked): Promise<boolean> {
  const says = async (api: Client, id: string) => saidIn(await ask(api, place, id, world.newId()), id);
  for (const api of [first!.api, it.admin]) {
    const unknown = await says(api, world.newId());
    const differs = async (id: string) => (await says(api, id)) !== unknown;
    const ids = Object.values(first!.ids);
    if (place.action.isPublic && (await Promise.all(ids.map(differs))).includes(true)) return true;
    for (const id of place.action.isPublic ? [] : ids) if (await differs(id)) return true;
  }
  return false;
}

// Last: it does what it asks for.
test('for every place in a path the owner here has an id that is one', async () => {
  const inPaths = allPlaces
    .filter(({ action, place }) => action.path.includes(`:${place[0]}`))
    .filter(({ action }) => !OPENED_OTHERWISE.includes(action.name))
    .toSorted((a, b) => LAST.indexOf(a.action.name) - LAST.indexOf(b.action.name));
  const missing: string[] = [];
  for (const place of inPaths)
    if (!(await isKnown(place)))
      missing.push(
        `add to test/authorization/estate.ts what ${place.action.name} takes as ${place.place.join('.')}`,
      );
  expect(missing).toEqual([]);
});
