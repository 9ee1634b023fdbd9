// Many requests by the description of the API, and what was wrong with the answers.
import { world } from '#lib/world';
import { answerCheck } from './answer-check.ts';
import type { CallerName } from './caller-names.ts';
import { Cast } from './cast.ts';
import { draws } from './draws.ts';
import type { DrawnRequest, RequestParts } from './drawn-request.ts';
import { sender, written, type HttpAnswer, type HttpRequest } from './http-request.ts';
import { KnownValues } from './known-values.ts';
import { operationsOf, type ApiDocument } from './operations.ts';
import { smallest } from './smallest.ts';

interface Bombarding {
  url: string;
  /** Makes the admin among the callers. */
  operator_key: string;
  count: number;
  /** The same seed draws the same requests; their ids are the platform's. */
  seed: number;
  /** Requests at once. */
  lanes?: number;
  /** E-mails that have come since it was last asked: their links are followed. */
  letters?: () => Promise<string[]>;
  print?: (text: string) => void;
}

export interface Defect {
  operationId: string;
  wrong: string;
  caller: CallerName;
  request: HttpRequest;
}

/** How often each status came, by operation. */
export type SeenStatuses = Map<string, Map<number, number>>;

// What is lost without a 401, such as a role, is given back after so many requests.
const ENTER_EACH = 1500;
// Links in e-mails end, some within minutes.
const READ_EACH = 200;
const MOST_TRIES = 60;
// A HEAD costs as much as its GET.
const HEAD_EACH = 4;
// Then they are looked into first.
const MOST_DEFECTS = 10;

/** Sends `count` requests; fewer where there are many defects. */
export async function bombard({
  url,
  operator_key,
  count,
  seed,
  lanes = 8,
  letters,
  print = () => {},
}: Bombarding) {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
  const operations = operationsOf(document);
  const known = new KnownValues();
  const cast = new Cast(url, operator_key, known);
  const { send, close } = sender(url);
  const wrongWith = answerCheck(document);
  const defects = new Map<string, Defect>();
  const seen: SeenStatuses = new Map(
    operations.map(({ operationId }) => [operationId, new Map<number, number>()]),
  );
  const waiting = draws(operations, seed);
  let sent = 0;
  let repeated = 0;

  /** What came of a request, and what is wrong with that. */
  async function ask(request: DrawnRequest): Promise<{ wrong?: string | undefined; answer?: HttpAnswer }> {
    const asked = written(request, cast.tokenOf(request.caller));
    try {
      const answer = await sendPatiently(asked);
      const wrong = wrongWith(asked, answer);
      return {
        answer,
        wrong:
          wrong ??
          (asked.method === 'GET' && sent % HEAD_EACH === 0 ? await wrongHead(asked, answer) : undefined),
      };
    } catch (error) {
      return { wrong: `got no answer: ${String(error)}` };
    }
  }

  /** Who is told to try again does: a machine with too much to do is no defect of the platform, what never ends is one. */
  async function sendPatiently(asked: HttpRequest): Promise<HttpAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await send(asked);
      if (![503, 504].includes(answer.status) || tries === MOST_TRIES) return answer;
      repeated++;
      await world.sleep(1000);
    }
  }

  /** What differs between GET and HEAD; twice, since others may have changed something in between. */
  async function wrongHead(asked: HttpRequest, got: HttpAnswer): Promise<string | undefined> {
    const head = await sendPatiently({ ...asked, method: 'HEAD' });
    const wrong = wrongWith({ ...asked, method: 'HEAD' }, head);
    if (
      wrong !== undefined ||
      head.status === 429 ||
      isAlike(head, got) ||
      isAlike(head, await sendPatiently(asked))
    )
      return wrong;
    return `answered GET ${got.status}, and HEAD ${head.status}: ${JSON.stringify(head.headers)}`;
  }

  async function once(drawn: DrawnRequest): Promise<void> {
    const request = { ...drawn, parts: known.fill(drawn.parts) as RequestParts };
    const { operation, caller } = request;
    const { answer, wrong } = await ask(request);
    if (answer) {
      const { status } = answer;
      const statuses = seen.get(operation.operationId)!;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status < 400) learn(request, answer);
      else if (cast.isSignedOut(caller, answer)) await cast.enterAgain(caller);
    }
    if (wrong !== undefined) await note(request, wrong);
  }

  function learn({ operation, parts }: DrawnRequest, { headers, body }: HttpAnswer): void {
    if (operation.requestBody) known.learnAll(parts.body, operation);
    if (headers['content-type']?.endsWith('json')) known.learnAll(JSON.parse(body), operation);
    known.learnLinks(
      `${headers.location ?? ''} ${headers['content-type']?.startsWith('text/html') ? body : ''}`,
    );
    if (headers.etag) known.learn('ETag', headers.etag);
  }

  async function note(request: DrawnRequest, wrong: string): Promise<void> {
    const kind = kindOf(wrong);
    const { operationId } = request.operation;
    if (defects.has(`${operationId} ${kind}`)) return;
    defects.set(`${operationId} ${kind}`, defectOf(request, wrong));
    let last = wrong;
    const least = await smallest(request, async (simpler) => {
      const { wrong } = await ask(simpler);
      if (wrong === undefined || kindOf(wrong) !== kind) return false;
      last = wrong;
      return true;
    });
    defects.set(`${operationId} ${kind}`, defectOf(least, last));
  }

  const defectOf = (request: DrawnRequest, wrong: string): Defect => ({
    operationId: request.operation.operationId,
    wrong,
    caller: request.caller,
    request: written(request, undefined),
  });

  async function lane(): Promise<void> {
    while (sent < count && defects.size < MOST_DEFECTS) {
      const nth = ++sent;
      if (nth % ENTER_EACH === 0) await cast.enter();
      if (nth % READ_EACH === 0) for (const letter of (await letters?.()) ?? []) known.learnLinks(letter);
      if (nth % 1000 === 0) print(`${nth} requests`);
      await once(waiting.next().value);
    }
  }

  try {
    await cast.enter();
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    close();
  }
  return { sent, repeated, seen, defects: [...defects.values()] };
}

/** A defect without what differs from one time to the next. */
const kindOf = (wrong: string) => wrong.split(': ')[0]!;

function isAlike(one: HttpAnswer, other: HttpAnswer): boolean {
  const told = ({ status, headers }: HttpAnswer) =>
    [status, headers['content-type'], headers['cache-control'], 'etag' in headers].join();
  return told(one) === told(other);
}
