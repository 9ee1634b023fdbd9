import { camel, kebab, pascal, plural, spaced, withArticle } from './words.ts';

/** A service to be written, and what it keeps, spelled for each place. */
export interface NewService {
  system: string;
  service: string;
  entity: string;
  /** In the names of files. */
  file: string;
  type: string;
  variable: string;
  table: string;
  /** An error code. */
  missing: string;
  /** As in a sentence: `an offer`. */
  one: string;
  bare: string;
}

export const newService = (system: string, service: string, entity: string): NewService => ({
  system,
  service,
  entity,
  file: kebab(entity),
  type: pascal(entity),
  variable: camel(entity),
  table: plural(entity),
  missing: `${entity.toUpperCase()}_NOT_FOUND`,
  one: withArticle(entity),
  bare: spaced(entity),
});
