// Server-sent events (WHATWG HTML, 9.2) as an async iterator. A browser's EventSource can't tell a refusal from a broken line.
import { ProblemError } from './problem-error.ts';
import { sleep, type Send } from './retrying.ts';

// The platform sends something every 15 s: after three times that, the connection is dead and nobody says so.
const SILENT_MS = 45_000;

/**
 * The data of each event. After the connection ends it is opened again with the id of the last event, until `signal`. Throws
 * ProblemError where the platform refuses, and what `send` throws where the stream can't be opened at all.
 */
export async function* eventsOf<T>(send: Send, url: string, signal?: AbortSignal): AsyncGenerator<T, void> {
  const state: State = { id: undefined, retry_ms: 2000, wasOpen: false };
  const leaving = new AbortController();
  const ended = signal ? AbortSignal.any([leaving.signal, signal]) : leaving.signal;
  try {
    while (!ended.aborted) {
      try {
        yield* connection<T>(send, url, ended, state);
      } catch (error) {
        if (!ended.aborted && isFinal(error, state)) throw error;
      }
      await sleep(state.retry_ms, ended).catch(() => {});
    }
  } finally {
    leaving.abort();
  }
}

interface State {
  id: string | undefined;
  retry_ms: number;
  wasOpen: boolean;
}

/** A stream that was open once is worth waiting for, unless the platform says that there is none. */
const isFinal = (error: unknown, { wasOpen }: State) =>
  !wasOpen || (error instanceof ProblemError && error.status < 500 && error.status !== 429);

async function* connection<T>(
  send: Send,
  url: string,
  ended: AbortSignal,
  state: State,
): AsyncGenerator<T, void> {
  const silence = new AbortController();
  const headers = {
    accept: 'text/event-stream',
    ...(state.id !== undefined && { 'last-event-id': state.id }),
  };
  const answer = await send(
    new Request(url, { headers, cache: 'no-store', signal: AbortSignal.any([ended, silence.signal]) }),
  );
  if (!answer.ok) throw new ProblemError(answer.status, await said(answer));
  state.wasOpen = true;
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENT_MS);
    const { value, done } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    const blocks = (text + value).split(/\r?\n\r?\n/);
    text = blocks.pop()!;
    for (const block of blocks) {
      const data = read(block, state);
      if (data !== '') yield JSON.parse(data) as T;
    }
  }
}

/** The data of an event; its id and the time to wait go to `state`. */
function read(block: string, state: State): string {
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, name, value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'id') state.id = value;
    if (name === 'retry' && /^\d+$/.test(value)) state.retry_ms = Number(value);
    if (name === 'data') data.push(value);
  }
  return data.join('\n');
}

async function said(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
