import type { Api } from './api.ts';
import type { Options } from './options.ts';

/** What came of a command: as data, and for people. */
export interface Said {
  json: unknown;
  text: string;
  isWrong?: boolean;
}

export type Command = (api: Api, options: Options) => Promise<Said>;
