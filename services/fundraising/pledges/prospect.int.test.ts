import { world } from '#lib/world';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['pledges'] });
});
afterAll(() => platform?.stop());

interface Row {
  status: string;
  captured_amount?: number;
  refunded_amount?: number;
  charged_back_amount?: number;
  refunds?: object[];
  resolution?: string;
}
const captured = { status: 'CAPTURED', captured_amount: 1000 };
const refund = (status: string, amount: number) => ({ refund_id: world.newId(), status, amount });

async function prospectOf(...rows: Row[]) {
  const campaign_id = world.newId();
  for (const row of rows)
    await platform
      .db('pledges')
      .query(`insert into pledges select * from json_populate_record(null::pledges, $1::json)`, [
        JSON.stringify({
          id: world.newId(),
          campaign_id,
          donor_id: world.newId(),
          amount: 1000,
          fee_cover: 0,
          message_hidden: false,
          currency: 'EUR',
          anonymous: false,
          captured_amount: 0,
          refunded_amount: 0,
          charged_back_amount: 0,
          facts: {},
          refunds: [],
          created_at: world.now(),
          expires_at: world.now(),
          version: 1,
          ...row,
        }),
      ]);
  return platform.call('pledges.read_prospect', { campaign_id });
}

test.each<[string, Row, number, number]>([
  ['money that counts is kept', captured, 1000, 0],
  ['what was refunded is not', { ...captured, status: 'PARTIALLY_REFUNDED', refunded_amount: 300 }, 700, 0],
  ['nor what is disputed', { ...captured, status: 'CHARGED_BACK', charged_back_amount: 1000 }, 0, 0],
  [
    'nor what is on its way back',
    { ...captured, refunds: [refund('PENDING', 200), refund('FAILED', 100)] },
    800,
    0,
  ],
  ['an open pledge is awaited', { status: 'PENDING' }, 0, 1000],
  ['money on hold is awaited', { status: 'AUTHORIZED' }, 0, 1000],
  ['so is what an admin must look at', { status: 'CONFLICTED', captured_amount: 900 }, 0, 900],
  [
    'unless they have refused it',
    { status: 'CONFLICTED', captured_amount: 900, resolution: 'refused' },
    0,
    0,
  ],
  ['what failed is not awaited', { status: 'FAILED' }, 0, 0],
  ['nor what expired', { status: 'EXPIRED' }, 0, 0],
  ['unless money came for it, which is looked at now', { ...captured, status: 'EXPIRED' }, 0, 1000],
])('%s', async (_what, row, kept_amount, awaited_amount) => {
  expect(await prospectOf(row)).toEqual({ kept_amount, awaited_amount });
});

test('of a campaign all pledges count together, and of one without pledges nothing', async () => {
  const all = await prospectOf(captured, captured, { status: 'PENDING' }, { status: 'AUTHORIZED' });
  expect(all).toEqual({ kept_amount: 2000, awaited_amount: 2000 });
  expect(await prospectOf()).toEqual({ kept_amount: 0, awaited_amount: 0 });
});
