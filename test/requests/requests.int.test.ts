// A short form of `npm run requests`, on a platform of its own.
import { OPERATOR_KEY, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bombard } from './bombardment.ts';
import { coverageOf } from './coverage.ts';
import { curl } from './curl.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

const COUNT = 2000;

/** Operations whose requests may all have been of nobody, of a stranger or about what there is none of. */
const LATE = [
  { named: /^payments\.receive_webhook$/, why: 'its provider alone can sign one' },
  {
    named: /payout|mandate|card|webhook/,
    why: 'what it is about is made by a row of requests, or by an operator',
  },
  { named: /page$|email$|pdf$|^pledges\.erase$/, why: 'its link comes by e-mail, or it takes an id alone' },
  {
    named: /^receipts\.get$|^ops\.\w+_dead_letter$|^auth\.revoke_login_session$/,
    why: 'it takes an id alone',
  },
];

// Neither nobody nor a stranger, nor unknown: the request was looked at.
const isLookedAt = (status: number) => ![401, 403, 404].includes(status);

test('every answer to requests drawn from the description of the API is as it says, and none is a mistake of ours', async () => {
  const { url } = platform;
  const { sent, seen, defects } = await bombard({ url, operator_key: OPERATOR_KEY, count: COUNT, seed: 1 });
  console.log(coverageOf(seen));
  const told = defects.map(({ operationId, caller, wrong, request }) => [
    operationId,
    caller,
    wrong,
    curl(url, request),
  ]);
  expect(told).toEqual([]);
  expect(sent).toBe(COUNT);
  const missed = [...seen].filter(([, statuses]) => ![...statuses.keys()].some(isLookedAt));
  const unexplained = missed.filter(([operationId]) => !LATE.some(({ named }) => named.test(operationId)));
  expect(unexplained).toEqual([]);
});
