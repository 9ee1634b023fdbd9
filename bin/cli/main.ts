import { connect } from './api.ts';
import { commandFor, usage } from './commands.ts';
import { asks, type Asked } from './options.ts';

export interface Streams {
  out(text: string): unknown;
  err(text: string): unknown;
  /** Part of a file. Resolves once it is taken, so that no more of it is held. */
  write(bytes: Uint8Array): Promise<void>;
}

/** Runs one command and returns its exit code: 1 if something is wrong, 2 if there is no such command. */
export async function main(argv: string[], { out, err, write }: Streams): Promise<0 | 1 | 2> {
  let asked: Asked;
  try {
    asked = asks(argv);
  } catch (error) {
    err(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (asked.words[0] === 'help' || asked.options.help) {
    out(usage);
    return 0;
  }
  const command = commandFor(asked.words);
  if (!command) {
    const said = asked.words.join(' ');
    err(`${said ? `Unknown command or wrong arguments: '${said}'.\n\n` : ''}${usage}`);
    return 2;
  }
  try {
    const said = await command(await connect(asked.options), asked.options, write);
    if (!said) return 0;
    out(asked.options.json ? JSON.stringify(said.json, null, 2) : said.text);
    return said.isWrong ? 1 : 0;
  } catch (error) {
    err((error as Error).message);
    return 1;
  }
}
