import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMs } from '#lib/world';
import {
  currentAfter,
  expiryOf,
  GRACE_MS,
  REFRESH_TOKEN_MS,
  rotate,
  successorOf,
  type PresentedToken,
} from './refresh-token.rules.ts';

const START = '2026-01-31T12:00:00.000Z';
const SECRET = 'a secret';

/** What the server keeps, as refresh.ts has it: a login session with its tokens, which are their own hashes here. */
class Server {
  readonly tokens = new Map<string, PresentedToken>();
  revoked_ms: number | null = null;
  current: string;

  constructor(first: string) {
    this.current = first;
    this.issue(first, 0);
  }

  private issue(hash: string, at_ms: number) {
    this.tokens.set(hash, { hash, expires_at: addMs(START, at_ms + REFRESH_TOKEN_MS), spent_at: null });
  }

  /** The new token; undefined: refused. */
  use(token: string, at_ms: number): string | undefined {
    const presented = this.tokens.get(token)!;
    const revoked_at = this.revoked_ms === null ? null : addMs(START, this.revoked_ms);
    const outcome = rotate({ current_token: this.current, revoked_at }, presented, addMs(START, at_ms));
    if (outcome === 'reused') this.revoked_ms = at_ms;
    if (outcome === 'rotated') {
      presented.spent_at = addMs(START, at_ms);
      this.current = successorOf(SECRET, token);
      this.issue(this.current, at_ms);
    }
    if (outcome !== 'rotated' && outcome !== 'repeated') return undefined;
    return currentAfter(SECRET, token, (each) => each === this.current);
  }
}

test('the current token is valid until the moment it expires', () => {
  const [late, later] = [new Server('t0'), new Server('t0')];
  expect(late.use('t0', REFRESH_TOKEN_MS - 1)).toBe(successorOf(SECRET, 't0'));
  expect(later.use('t0', REFRESH_TOKEN_MS)).toBeUndefined();
  expect(later.revoked_ms).toBeNull();
});

test('all who use a token within the grace get the same one', () => {
  const server = new Server('t0');
  const next = server.use('t0', 0);
  expect([server.use('t0', 1), server.use('t0', GRACE_MS)]).toEqual([next, next]);
  expect(server.use('t0', GRACE_MS + 1)).toBeUndefined();
  expect(server.revoked_ms).toBe(GRACE_MS + 1);
});

test('who comes within the grace when the successor was used already gets the newest', () => {
  const server = new Server('t0');
  const newest = server.use(server.use('t0', 0)!, 1);
  expect(server.use('t0', 2)).toBe(newest);
  expect(server.revoked_ms).toBeNull();
});

test('uses do not prolong the grace', () => {
  const server = new Server('t0');
  server.use('t0', 0);
  server.use('t0', GRACE_MS);
  expect(server.use('t0', GRACE_MS + 1)).toBeUndefined();
});

test('no token of a revoked login session is valid', () => {
  const server = new Server('t0');
  server.revoked_ms = 0;
  expect(server.use('t0', 1)).toBeUndefined();
});

test('a token follows from another by the secret alone', () => {
  const next = successorOf(SECRET, 't0');
  expect(next).toMatch(/^[\w-]{43}$/);
  expect(successorOf('another', 't0')).not.toBe(next);
  expect(successorOf(SECRET, 't1')).not.toBe(next);
  expect(currentAfter('another', 't0', (each) => each === next)).toBeUndefined();
});

// What a request, a reply or the notice that one is lost takes. A retry is at once; of one token's replies no two are lost.
const SLOWEST_MS = GRACE_MS / 5;

/** One tab's refreshes: when it begins each, how long its requests and replies take, and which replies are lost. */
const tab = fc.array(
  fc.record({
    pause_ms: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 4 * GRACE_MS })),
    there_ms: fc.integer({ min: 0, max: SLOWEST_MS }),
    back_ms: fc.integer({ min: 0, max: SLOWEST_MS }),
    isLost: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Runs tabs that share what they keep, as a browser's do; returns each one's answers. */
function browse(server: Server, tabs: (typeof tab extends fc.Arbitrary<infer T> ? T : never)[]) {
  const answers: (string | undefined)[] = [];
  let kept = server.current;
  const lostOf = new Set<string>();
  const queue: { at_ms: number; run: (at_ms: number) => void }[] = [];
  const at = (at_ms: number, run: (at_ms: number) => void) => queue.push({ at_ms, run });
  const begin = (steps: (typeof tabs)[number], from_ms: number) => {
    const [step, ...rest] = steps;
    if (!step) return;
    at(from_ms + step.pause_ms, (sent_ms) => {
      const token = kept; // read when the request is sent
      const send = (out_ms: number, mayBeLost: boolean) =>
        at(out_ms + step.there_ms, (there_ms) => {
          const answer = server.use(token, there_ms);
          answers.push(answer);
          const isLost = mayBeLost && step.isLost && !lostOf.has(token);
          if (isLost) lostOf.add(token);
          at(there_ms + step.back_ms, (back_ms) => {
            if (isLost) return send(back_ms, false);
            // A reply that is late must not take the place of a newer one's: tabs compare what they keep.
            if (answer !== undefined && kept === token) kept = answer;
            begin(rest, back_ms);
          });
        });
      send(sent_ms, true);
    });
  };
  for (const steps of tabs) begin(steps, 0);
  while (queue.length > 0) {
    queue.sort((a, b) => a.at_ms - b.at_ms);
    const { at_ms, run } = queue.shift()!;
    run(at_ms);
  }
  return { answers, kept };
}

test('honest tabs are never logged out, however their requests overtake one another and whatever replies are lost', () => {
  fc.assert(
    fc.property(fc.array(tab, { minLength: 1, maxLength: 4 }), (tabs) => {
      const server = new Server('t0');
      const { answers } = browse(server, tabs);
      expect(answers).not.toContain(undefined);
      expect(server.revoked_ms).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('a token that is used later than the grace after its first use ends the login session, whoever uses it', () => {
  const use = fc.record({ age: fc.nat({ max: 5 }), pause_ms: fc.nat({ max: 2 * GRACE_MS }) });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 30 }), (uses) => {
      const server = new Server('t0');
      const issued = ['t0'];
      let at_ms = 0;
      for (const { age, pause_ms } of uses) {
        at_ms += pause_ms;
        const token = issued.at(-1 - age) ?? 't0';
        const { spent_at } = server.tokens.get(token)!;
        const isOld = spent_at !== null && at_ms - (Date.parse(spent_at) - Date.parse(START)) > GRACE_MS;
        const answer = server.use(token, at_ms);
        expect(answer).toBe(isOld ? undefined : server.current);
        expect(server.revoked_ms !== null).toBe(isOld);
        if (answer === undefined) return expect(server.use(server.current, at_ms)).toBeUndefined();
        if (answer !== issued.at(-1)) issued.push(answer);
      }
    }),
  );
});

test('a thief is found when two have used the same token, more than the grace apart', () => {
  const period = fc.integer({ min: GRACE_MS + 1, max: 10 * GRACE_MS });
  fc.assert(
    fc.property(period, period, fc.nat({ max: 3 }), fc.nat({ max: 8 }), (own_ms, theirs_ms, stolen, late) => {
      const server = new Server('t0');
      // The owner refreshes at their pace; the thief has copied the token of one of those moments, and goes on with it.
      let [owner, thief]: (string | undefined)[] = ['t0', stolen === 0 ? 't0' : undefined];
      let firstUse: { token: string; at_ms: number } | undefined;
      const uses = [
        ...Array.from({ length: 12 }, (_, i) => ({ who: 'owner', at_ms: i * own_ms })),
        ...Array.from({ length: 12 }, (_, i) => ({
          who: 'thief',
          at_ms: stolen * own_ms + late * 1000 + i * theirs_ms,
        })),
      ].sort((a, b) => a.at_ms - b.at_ms);
      let turn = 0;
      for (const { who, at_ms } of uses) {
        const token = who === 'owner' ? owner : thief;
        if (token === undefined) continue;
        const mustBeFound = firstUse?.token === token && at_ms - firstUse.at_ms > GRACE_MS;
        const isFirst = server.tokens.get(token)!.spent_at === null;
        const next = server.use(token, at_ms);
        if (isFirst) firstUse = { token, at_ms };
        if (mustBeFound) expect(server.revoked_ms).toBe(at_ms);
        if (server.revoked_ms !== null) return;
        if (who === 'owner') {
          owner = next;
          turn += 1;
          if (turn === stolen) thief = next;
        } else thief = next;
      }
    }),
  );
});

test('a login session ends after 90 days, however often it was used', () => {
  const day_ms = 24 * 3600_000;
  const expiryOn = (day: number) =>
    (Date.parse(expiryOf(START, addMs(START, day * day_ms))) - Date.parse(START)) / day_ms;
  expect([0, 82, 83, 84, 89].map(expiryOn)).toEqual([7, 89, 90, 90, 90]);
});
