import { world } from '#lib/world';

export interface World {
  campaign_id: string;
  pledge_id: string;
  payment_id: string;
  refund_id: string;
}

type Planted = [what: string, service: string, plant: (world: World) => string, said: string[]];

/** What an error of ours could leave behind: where, how, and which invariants tell. */
export const planted: Planted[] = [
  [
    'a pledge whose amount no fact explains',
    'pledges',
    ({ pledge_id }) => `update pledges set captured_amount = 900 where id = '${pledge_id}'`,
    [
      'pledges: amounts follow from facts',
      'campaigns: raised_amount is what pledges brought',
      'receipts: receipts confirm what is kept of a pledge',
      'totals: totals are what pledges and ledger say',
    ],
  ],
  [
    'a pledge that stands elsewhere than its facts lead',
    'pledges',
    ({ pledge_id }) => `update pledges set status = 'COMPLETED' where id = '${pledge_id}'`,
    ['pledges: status follows from facts', 'pledges: history leads to status'],
  ],
  [
    'a pledge that takes a refund for done',
    'pledges',
    ({ pledge_id }) =>
      `update pledges set refunds = jsonb_set(refunds, '{0,status}', '"SUCCEEDED"') where id = '${pledge_id}'`,
    ['pledges: refunds follow from facts'],
  ],
  [
    'a pledge that has missed a fact',
    'pledges',
    ({ pledge_id }) => `update pledges set facts = facts - 'authorized' where id = '${pledge_id}'`,
    ['pledges: a pledge has one payment that knows the same'],
  ],
  [
    'a pledge that was lost',
    'pledges',
    ({ pledge_id: id }) =>
      `delete from pledges where id = '${id}'; delete from transitions where key = '${id}'`,
    ['payments: a payment has its pledge', 'totals: totals are what pledges and ledger say'],
  ],
  [
    'a payment that was lost',
    'payments',
    ({ payment_id: id }) =>
      `delete from payments where id = '${id}'; delete from transitions where key = '${id}'`,
    [
      'pledges: a pledge has one payment that knows the same',
      'payments: reservations are held by a payment',
      'payments: a beneficiary is paid out of what it was given',
    ],
  ],
  [
    'a pledge with the name of a guest whose it is not',
    'pledges',
    ({ pledge_id }) =>
      `update pledges set donor = '{"name": "Ann", "email": "ann@example.org"}' where id = '${pledge_id}'`,
    ['pledges: names and addresses are those of guests'],
  ],
  [
    'a pledge that still says something of a donor who was erased',
    'pledges',
    ({ pledge_id }) => `update pledges set erased_at = now(), message = 'For Ida' where id = '${pledge_id}'`,
    ['pledges: a donor who was erased left nothing'],
  ],
  [
    'a reply that still says who gave, for the next who repeats the request',
    'pledges',
    ({ pledge_id }) => `with erased as (
        update pledges set erased_at = now() - interval '2 minutes', anonymous = true where id = '${pledge_id}')
      insert into inbox (command_id, command, reply) values
        (gen_random_uuid(), 'pledges.update', '{"id": "${pledge_id}", "donor": null, "message": "For Ida"}')`,
    ['pledges: a donor who was erased left nothing'],
  ],
  [
    'a user who was erased and still has an address',
    'users',
    // The id of a pledge, as good as any, is that of this world.
    ({ pledge_id }) => `insert into users (id, email, name, created_at, erased_at)
      values ('${pledge_id}', 'ann@example.org', 'Ann', now(), now())`,
    ['users: who was erased has neither name nor address'],
  ],
  [
    'a payment whose refund nobody asks for',
    'payments',
    ({ refund_id }) => `delete from timers where key = '${refund_id}'`,
    ['payments: refunds under way are asked for'],
  ],
  [
    'a payment that holds nothing for its refund any more',
    'payments',
    ({ payment_id }) => `update payments set holds = '{}' where id = '${payment_id}'`,
    ['payments: reservations are held by a payment', 'payments: refunds under way are reserved'],
  ],
  [
    'a payment whose fee nobody bore',
    'payments',
    ({ payment_id }) => `update payments set fee_amount = 5 where id = '${payment_id}'`,
    [
      'payments: fees follow from facts',
      'payments: a beneficiary is paid out of what it was given',
      'totals: totals are what pledges and ledger say',
    ],
  ],
  [
    'a payout that the ledger knows nothing of',
    'payments',
    ({ campaign_id }) => `insert into payouts values
      ('${world.newId()}', 'campaign:${campaign_id}', 7, 'EUR', 'BOOKED', 0, null, now(), null, 1)`,
    [
      'payments: a beneficiary is paid out of what it was given',
      'totals: totals are what pledges and ledger say',
    ],
  ],
  [
    'a payment that holds what the ledger does not',
    'payments',
    ({ payment_id }) => `update payments set holds = holds || '{"another": 1}' where id = '${payment_id}'`,
    ['payments: holds are reserved in the ledger'],
  ],
  [
    'a payment that stands elsewhere than its facts lead',
    'payments',
    ({ payment_id }) => `update payments set status = 'SETTLED' where id = '${payment_id}'`,
    ['payments: status follows from facts', 'payments: history leads to status'],
  ],
  [
    'a payment whose amount no fact explains',
    'payments',
    ({ payment_id }) => `update payments set refunded_amount = 5 where id = '${payment_id}'`,
    ['payments: amounts follow from facts', 'payments: a beneficiary is paid out of what it was given'],
  ],
  [
    'a webhook that was applied twice',
    'payments',
    ({ payment_id }) => `insert into webhooks select * from jsonb_populate_recordset(null::webhooks,
      (select jsonb_agg(to_jsonb(w) || jsonb_build_object('id', gen_random_uuid(), 'webhook_id', 'again'))
        from webhooks w where payment_id = '${payment_id}' and type = 'payment.captured'))`,
    ['payments: each fact was applied once'],
  ],
  [
    'an account that has what no transfer brought it',
    'payments',
    ({ campaign_id }) =>
      `update ledger_accounts set credited = credited + 1 where id = 'campaign:${campaign_id}'`,
    [
      'payments: the ledger balances',
      'payments: a beneficiary is paid out of what it was given',
      'totals: totals are what pledges and ledger say',
    ],
  ],
  [
    'a campaign that has raised what no pledge brought it',
    'campaigns',
    ({ campaign_id }) => `update campaigns set raised_amount = raised_amount + 1 where id = '${campaign_id}'`,
    ['campaigns: raised_amount is what pledges brought'],
  ],
  [
    'a campaign that has lost its history',
    'campaigns',
    ({ campaign_id }) => `delete from transitions where key = '${campaign_id}'`,
    ['campaigns: history leads to status'],
  ],
  [
    'a campaign whose totals drift',
    'totals',
    ({ campaign_id }) => `update campaign_totals set total = total + 1 where campaign_id = '${campaign_id}'`,
    ['totals: totals are what pledges and ledger say'],
  ],
];
