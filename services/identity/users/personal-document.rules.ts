// The document of all that is kept of a person, as the text of its parts one after another. Pure functions.
import type { PersonalCursor, PersonalPage } from '#mixins/personal-data';

/** Where a document goes on: in a service, in one of its tables. */
export interface Place extends PersonalCursor {
  service: string;
  /** Whether a service stands before it in the document. */
  follows: boolean;
}

export const beginning = (exported_at: string, user_id: string): string =>
  `{${field('exported_at', exported_at)},${field('user_id', user_id)},"services":{`;

/** What a service has answered at a place; `page` is null where it keeps nothing of anybody. */
export function partAt({ service, table, after, follows }: Place, page: PersonalPage | null): string {
  if (!page) return '';
  const { about, table: shown, rows, next } = page;
  const { purposes, recipients, retention } = about;
  // A service begins with its first table, a table with its first rows.
  const head =
    table === undefined
      ? `${follows ? ',' : ''}${JSON.stringify(service)}:{${field('purposes', purposes)},` +
        `${field('recipients', recipients)},${field('retention', retention)},"tables":{`
      : '';
  const text = rows.map((row) => JSON.stringify(row)).join(',');
  if (!shown) return `${head}}}`;
  const isNew = after === undefined;
  const open = isNew
    ? `${table === undefined ? '' : ','}${JSON.stringify(shown.name)}:{${field('what', shown.what)},` +
      `"fields":${JSON.stringify(shown.fields)},"rows":[`
    : '';
  const isOver = next?.table !== shown.name;
  return `${head}${open}${isNew || text === '' ? '' : ','}${text}${isOver ? ']}' : ''}${next ? '' : '}}'}`;
}

export const ending = '}}';

/** The place after it, of these services; null: it was the last. */
export function placeAfter(
  { service, follows }: Place,
  page: PersonalPage | null,
  services: readonly string[],
): Place | null {
  if (page?.next) return { service, follows, ...page.next };
  const following = services[services.indexOf(service) + 1];
  return following === undefined ? null : { service: following, follows: follows || page !== null };
}

const field = (name: string, text: string) => `"${name}":${JSON.stringify(text)}`;
