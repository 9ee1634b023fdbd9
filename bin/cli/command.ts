import type { Api } from './api.ts';
import type { Options } from './options.ts';

/** What came of a command: as data, and for people. */
export interface Said {
  json: unknown;
  text: string;
  isWrong?: boolean;
}

/** One that has written a file has nothing else to say. */
export type Command = (
  api: Api,
  options: Options,
  write: (bytes: Uint8Array) => Promise<void>,
) => Promise<Said | undefined>;
