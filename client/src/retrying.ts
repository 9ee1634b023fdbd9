/** What `fetch` is with a Request. */
export type Send = (request: Request) => Promise<Response>;

const ATTEMPTS = 4;
// Whoever is told to come back later than this is told so, rather than kept waiting.
const LONGEST_MS = 60_000;
const FIRST_MS = 250;

/**
 * Repeats what is safe to repeat, reads and writes with an Idempotency-Key: after 429 and 503, when `Retry-After` says, and after
 * a connection that broke.
 */
export const retrying =
  (send: Send): Send =>
  async (request) => {
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt === ATTEMPTS || !isSafe(request);
      const backoff_ms = FIRST_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
      const answer = await send(request.clone()).catch((error: unknown) => {
        // fetch rejects with a TypeError where there is no connection; with anything else, the caller has ended it.
        if (isLast || request.signal.aborted || (error as Error | null)?.name !== 'TypeError') throw error;
      });
      if (answer && (isLast || !isBusy(answer))) return answer;
      const wait_ms = (answer && retryAfter_ms(answer)) ?? backoff_ms;
      if (answer && wait_ms > LONGEST_MS) return answer;
      answer?.body?.cancel().catch(() => {});
      await sleep(wait_ms, request.signal);
    }
  };

const isSafe = ({ method, headers }: Request) =>
  method === 'GET' || method === 'HEAD' || headers.has('idempotency-key');

const isBusy = ({ status }: Response) => status === 429 || status === 503;

/** Retry-After, which is in seconds or a date (RFC 9110, 10.2.3). */
function retryAfter_ms({ headers }: Response): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const wait_ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(wait_ms) ? undefined : Math.max(0, wait_ms);
}

/** Rejects with the signal's reason once it is aborted. */
export const sleep = (wait_ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, wait_ms);
    signal.addEventListener('abort', end, { once: true });
  });
