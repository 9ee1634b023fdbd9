import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMs } from '#lib/world';
import { GRACE_MS, REFRESH_TOKEN_MS, rotate, type TokenState } from './refresh-token.rules.ts';

const START = '2026-01-31T12:00:00.000Z';
const expires_at = addMs(START, REFRESH_TOKEN_MS);
const fresh: TokenState = { current_token: 't0', spent_token: null, spent_at: null, revoked_at: null };
const t0 = { hash: 't0', expires_at };

const rotated = (state: TokenState, hash: string, next: string, at: string): TokenState => {
  const rotation = rotate(state, { hash, expires_at }, next, at);
  if (rotation.outcome !== 'rotated') throw new Error(rotation.outcome);
  return rotation.state;
};

test('the current token is valid until the moment it expires', () => {
  expect(rotate(fresh, t0, 't1', addMs(expires_at, -1)).outcome).toBe('rotated');
  expect(rotate(fresh, t0, 't1', expires_at).outcome).toBe('invalid');
});

test('the retry after a lost reply gets a fresh successor, within the grace and not after', () => {
  const used = rotated(fresh, 't0', 't1', START);
  expect(rotate(used, t0, 't2', addMs(START, GRACE_MS)).outcome).toBe('rotated');
  expect(rotate(used, t0, 't2', addMs(START, GRACE_MS + 1)).outcome).toBe('reused');
});

test('retries do not prolong the grace', () => {
  const retried = rotated(rotated(fresh, 't0', 't1', START), 't0', 't2', addMs(START, GRACE_MS));
  expect(rotate(retried, t0, 't3', addMs(START, GRACE_MS + 1)).outcome).toBe('reused');
});

test('the successor that a retry replaced is old', () => {
  const retried = rotated(rotated(fresh, 't0', 't1', START), 't0', 't2', START);
  expect(rotate(retried, { hash: 't1', expires_at }, 't3', START).outcome).toBe('reused');
});

test('no token of a revoked login session is valid', () => {
  expect(rotate({ ...fresh, revoked_at: START }, t0, 't1', START).outcome).toBe('invalid');
});

/** The rule by history instead of two hashes: every token ever issued, and its uses. */
class Model {
  readonly issued = [{ by: -1, used_ms: -1, expires_ms: REFRESH_TOKEN_MS }];
  private isRevoked = false;

  present(index: number, at_ms: number): string {
    const token = this.issued[index]!;
    const isUnused = token.used_ms < 0;
    const latest = this.issued.length - 1;
    const isReplaced = isUnused && index !== latest;
    if (this.isRevoked) return 'invalid';
    if (isUnused && !isReplaced) {
      if (at_ms >= token.expires_ms) return 'invalid';
      token.used_ms = at_ms;
      return this.issue(index, at_ms);
    }
    // After a lost reply: all its successors are unused, and only the last is valid.
    const isLastUsed = !isUnused && this.issued[latest]!.by === index && at_ms - token.used_ms <= GRACE_MS;
    if (isLastUsed) return this.issue(index, at_ms);
    this.isRevoked = true;
    return 'reused';
  }

  private issue(by: number, at_ms: number): string {
    this.issued.push({ by, used_ms: -1, expires_ms: at_ms + REFRESH_TOKEN_MS });
    return 'rotated';
  }
}

const HOURS_MS = 60 * 60 * 1000;
const step = fc.record({
  back: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(12) }),
  wait_ms: fc.oneof(fc.constant(0), fc.nat(2 * GRACE_MS), fc.nat(10 * 24 * HOURS_MS)),
});

test('any uses in any order have the outcomes of the model', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const model = new Model();
      let state = fresh;
      let now_ms = 0;
      for (const { back, wait_ms } of steps) {
        now_ms += wait_ms;
        const index = Math.max(0, model.issued.length - 1 - back);
        const presented = { hash: `t${index}`, expires_at: addMs(START, model.issued[index]!.expires_ms) };
        const at = addMs(START, now_ms);
        const rotation = rotate(state, presented, `t${model.issued.length}`, at);
        expect(rotation.outcome).toBe(model.present(index, now_ms));
        if (rotation.outcome === 'rotated') state = rotation.state;
        if (rotation.outcome === 'reused') state = { ...state, revoked_at: at };
      }
    }),
    { numRuns: 2000 },
  );
});
