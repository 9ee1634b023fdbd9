import { connect } from './api.ts';
import { commandFor, usage } from './commands.ts';
import { asks, type Asked } from './options.ts';

export interface Streams {
  out(text: string): unknown;
  err(text: string): unknown;
}

/** Runs one command and returns its exit code: 1 if something is wrong, 2 if there is no such command. */
export async function main(argv: string[], { out, err }: Streams): Promise<0 | 1 | 2> {
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
    const { json, text, isWrong } = await command(await connect(asked.options), asked.options);
    out(asked.options.json ? JSON.stringify(json, null, 2) : text);
    return isWrong ? 1 : 0;
  } catch (error) {
    err((error as Error).message);
    return 1;
  }
}
