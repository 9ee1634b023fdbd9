import { fail } from '#lib/errors';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { given, givenNothing } from '#test/rules/given';
import { expect, test } from '@jest/globals';

interface Door {
  status: 'OPEN' | 'SHUT';
  knocks: number;
}
const user_id = 'a user';

const build = (_none: Door | undefined, { knocks }: Pick<Door, 'knocks'>): Decision<Door> =>
  becomes<Door>({ status: 'OPEN', knocks });
const shut = (
  door: Door,
  _input: unknown,
  { now, key }: CommandContext,
): Decision<Door, 'sandbox.webhook_queued' | 'campaign.funded'> => {
  if (door.status === 'SHUT') throw fail('TRANSITION_NOT_ALLOWED');
  return becomes<Door>({ ...door, status: 'SHUT' })
    .publishing('sandbox.webhook_queued', { payment_id: key, sendings: [] })
    .transferring(transfer)
    .scheduling('campaigns.end', key, now, { ends_at: now });
};
const look = (door: Door): Decision<Door> => becomes(door);

const transfer = { id: 't', kind: 'post', from: 'a:1', to: 'b:1', amount: 1, currency: 'EUR' } as const;
const open: Door = { status: 'OPEN', knocks: 1 };
const context = { now: '2026-01-31T12:00:00.000Z', caller: undefined, key: 'k' };
const told = { payment_id: 'k', sendings: [] };

const shutting = () => given(open).when(shut, {}, context);

test('passes on what a rule decides', () => {
  shutting()
    .thenBecomes({ status: 'SHUT' })
    .thenPublishes('sandbox.webhook_queued')
    .thenPublishes('sandbox.webhook_queued', told)
    .thenPublishes(['sandbox.webhook_queued'])
    .thenTransfers(transfer)
    .thenSchedules('campaigns.end', 'k', context.now)
    .thenSchedules('campaigns.end', 'k', context.now, { ends_at: context.now });
  given(shutting().state).when(shut).thenIsRefusedWith('TRANSITION_NOT_ALLOWED');
  given(open).when(look).thenNothingChanges().thenPublishesNothing().thenSchedulesNothing();
  givenNothing().when(build, { knocks: 2 }).thenBecomes({ status: 'OPEN', knocks: 2 });
});

test.each<[string, () => unknown, RegExp]>([
  ['another message', () => shutting().thenPublishes('campaign.funded'), /sandbox\.webhook_queued/],
  ['one message more', () => shutting().thenPublishes([]), /sandbox\.webhook_queued/],
  [
    'another payload',
    () => shutting().thenPublishes('sandbox.webhook_queued', { ...told, payment_id: 'x' }),
    /"payment_id": "k"/,
  ],
  ['a message where none is expected', () => shutting().thenPublishesNothing(), /sandbox\.webhook_queued/],
  ['another state', () => shutting().thenBecomes({ status: 'OPEN' }), /SHUT/],
  [
    'another state, beside one that is right',
    () => shutting().thenBecomes({ knocks: 2, status: 'SHUT' }),
    /1/,
  ],
  ['a change', () => shutting().thenNothingChanges(), /SHUT/],
  [
    'a copy, which would be saved',
    () =>
      given(open)
        .when((door: Door) => becomes({ ...door }))
        .thenNothingChanges(),
    /isAnother/,
  ],
  ['another moment', () => shutting().thenSchedules('campaigns.end', 'k', 'never'), /2026-01-31/],
  ['a timer instead of its end', () => shutting().thenUnschedules('campaigns.end', 'k'), /2026-01-31/],
  ['a timer where none is expected', () => shutting().thenSchedulesNothing(), /campaigns\.end/],
  ['another transfer', () => shutting().thenTransfers({ ...transfer, amount: 2 }), /"amount": 1/],
  ['a transfer where none is expected', () => shutting().thenTransfers(), /"id": "t"/],
  ['a decision instead of a refusal', () => shutting().thenIsRefusedWith('CAMPAIGN_ENDED'), /webhook_queued/],
  [
    'another refusal',
    () => given(shutting().state).when(shut).thenIsRefusedWith('CAMPAIGN_ENDED'),
    /TRANSITION_NOT_ALLOWED/,
  ],
  [
    'a refusal instead of a decision',
    () => given(shutting().state).when(shut).thenPublishesNothing(),
    /status/,
  ],
])('fails on %s, and shows it', (_what, check, shown) => {
  expect(check).toThrow(shown);
});

test('a failure points at the test', () => {
  let stack = '';
  try {
    shutting().thenPublishesNothing();
  } catch (error) {
    stack = (error as Error).stack!;
  }
  expect(/ at .*/.exec(stack)?.[0]).toMatch(/given\.unit\.test\.ts/);
});

test('what the compiler refuses', () => {
  const wrong = [
    // @ts-expect-error The rule says that it publishes nothing of the kind.
    () => shutting().thenPublishes('campaign.closed'),
    // @ts-expect-error The message has another payload.
    () => shutting().thenPublishes('sandbox.webhook_queued', { user_id }),
    // @ts-expect-error The rule publishes nothing.
    () => given(open).when(look).thenPublishes('campaign.funded'),
    // @ts-expect-error No such code.
    () => shutting().thenIsRefusedWith('NO_SUCH_CODE'),
    // @ts-expect-error No such field.
    () => shutting().thenBecomes({ colour: 'red' }),
    // @ts-expect-error The timer has another payload.
    () => shutting().thenSchedules('campaigns.end', 'k', context.now, { user_id }),
    // @ts-expect-error The rule needs its input.
    () => givenNothing().when(build),
  ];
  for (const check of wrong) expect(check).toThrow();
});
