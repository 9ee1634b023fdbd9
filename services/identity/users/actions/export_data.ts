import { isDisconnected } from '#lib/database';
import { fail, isTransient } from '#lib/errors';
import { EXPORT_ROWS } from '#lib/pagination';
import { action, type Service } from '#lib/service';
import { world } from '#lib/world';
import type { PersonalPage } from '#mixins/personal-data';
import { callEach, callPlatform, keepersOf } from '#mixins/platform-calls';
import { beginning, ending, partAt, placeAfter, type Place } from '../personal-document.rules.ts';
import { findProfile } from '../user.store.ts';

/** A page asks services until it has rows enough: most users' document is one page, and whole before it is sent. */
export default action('users.export_data', async function ({ params: { cursor }, meta: { caller } }) {
  const { user_id } = caller!;
  const services = keepersOf(this);
  let place: Place | null;
  let text = '';
  if (cursor === undefined) {
    await findProfile(this.db, user_id);
    await mustAllAnswer(this);
    place = { service: services[0]!, follows: false };
    text = beginning(world.now(), user_id);
  } else place = placeIn(cursor);
  let rows = 0;
  while (place && rows < EXPORT_ROWS) {
    const { service, follows: _follows, ...within }: Place = place;
    const page: PersonalPage | null = await ask(this, service, { user_id, ...within });
    text += partAt(place, page);
    rows += page?.rows.length ?? 0;
    place = placeAfter(place, page, services);
  }
  return { text: place ? text : text + ending, next_cursor: place && cursorOf(place) };
});

/** Before anything is sent: afterwards a document can only be cut off. Throws UNAVAILABLE, with who does not answer. */
async function mustAllAnswer(host: Service): Promise<void> {
  const { unavailable } = await callEach<unknown>(host, 'health');
  if (unavailable.length > 0) throw fail('UNAVAILABLE', { unavailable });
}

async function ask(host: Service, service: string, params: object): Promise<PersonalPage | null> {
  try {
    return await callPlatform<PersonalPage | null>(host, service, 'personalData', params);
  } catch (error) {
    throw isTransient(error) || isDisconnected(error)
      ? fail('UNAVAILABLE', { unavailable: [service] })
      : error;
  }
}

// The gateway's alone: clients send none.
const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');
const placeIn = (cursor: string): Place => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place;
