import { once } from 'node:events';
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { until } from '#test/platform';

/** One event as it was sent. */
export interface Sent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

export type Watching = Awaited<ReturnType<typeof watch>>;

/** Opens a stream of server-sent events, on a connection of its own. `onEvent` gets each as it comes. */
export async function watch(
  url: string,
  headers: OutgoingHttpHeaders = {},
  onEvent: (sent: Sent) => void = () => {},
) {
  const request = get(url, { headers, agent: false });
  const [res] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  let read = 0;
  res.on('data', (chunk: Buffer) => {
    text += String(chunk);
    const end = text.lastIndexOf('\n\n') + 2;
    if (end > read) eventsIn(text.slice(read, end)).forEach(onEvent);
    read = Math.max(read, end);
  });
  res.on('error', () => {}); // an end like any other
  const ended = new Promise<void>((resolve) => res.once('close', resolve));
  const events = (): Sent[] => eventsIn(text);
  return {
    status: res.statusCode!,
    headers: res.headers,
    text: () => text,
    events,
    /** Resolves with the newest event once it passes `isIt`. */
    newest: (isIt: (sent: Sent) => boolean) => until(() => events().slice(-1).find(isIt)),
    ended,
    /** Whether the stream was ended in order, not cut off. */
    isWhole: () => res.complete,
    leave: () => void request.destroy(),
  };
}

const eventsIn = (text: string): Sent[] => text.split('\n\n').slice(0, -1).filter(isEvent).map(parse);

const isEvent = (block: string) => block.includes('data: ');

function parse(block: string): Sent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Sent['data'] };
}
