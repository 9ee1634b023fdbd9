// How one name is spelled in each place. Pure functions.

/** `carpool_offers` → `CarpoolOffers` */
export const pascal = (name: string): string =>
  name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `carpool_offers` → `carpoolOffers` */
export const camel = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `carpool_offers` → `carpool-offers`, as files are called. */
export const kebab = (name: string): string => name.replaceAll('_', '-');

/** `carpool_offers` → `carpool offers`, as sentences have it. */
export const spaced = (name: string): string => name.replaceAll('_', ' ');

/** `an offer`, `a pledge`, `a user` */
export const withArticle = (name: string): string =>
  `${/^(?!uni|use|eu|one)[aeiou]/.test(name) ? 'an' : 'a'} ${spaced(name)}`;

/** What a service called so keeps, by the plainest rules of English; `--entity` is for the rest. */
export function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}

/** The table of an entity. */
export function plural(singular: string): string {
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(singular) ? `${singular}es` : `${singular}s`;
}
