import { world } from '#lib/world';
import { provider } from '#test/client';
import { aCampaign } from '#test/fundraising';
import { look, untilQuiet, violations, type Urls } from '#test/invariants/fundraising';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface World {
  campaign_id: string;
  pledge_id: string;
  payment_id: string;
}

let platform: TestPlatform;
let urls: Urls;
let worlds: World[];

/** Possible effects of a bug of ours: the service, the effect, and the expected finding. */
const planted: [
  what: string,
  service: string,
  plant: (world: World) => string,
  finding: (world: World) => RegExp,
][] = [
  [
    'a pledge without its payment',
    'payments',
    ({ payment_id: id }) =>
      `delete from payments where id = '${id}'; delete from transitions where key = '${id}'; delete from webhooks where payment_id = '${id}'`,
    ({ pledge_id }) => new RegExp(`^pledges ${pledge_id}: 1 pledges, 0 payments`),
  ],
  [
    'a second payment for a pledge',
    'payments',
    ({ payment_id }) => `insert into payments select * from jsonb_populate_record(null::payments,
      (select to_jsonb(p) || '{"id": "${world.newId()}"}' from payments p where id = '${payment_id}'))`,
    ({ pledge_id }) => new RegExp(`^pledges ${pledge_id}: 1 pledges, 2 payments`),
  ],
  [
    'a pledge that was lost',
    'pledges',
    ({ pledge_id: id }) =>
      `delete from pledges where id = '${id}'; delete from transitions where key = '${id}'`,
    ({ pledge_id }) => new RegExp(`^pledges ${pledge_id}: 0 pledges, 1 payments`),
  ],
  [
    'a pledge that did not receive its capture',
    'pledges',
    ({ pledge_id: id }) => `update pledges set captured_amount = 0, refunded_amount = 0 where id = '${id}'`,
    ({ pledge_id }) =>
      new RegExp(
        `^pledges ${pledge_id} knows of .* captured_amount 0, .* its payment of .* captured_amount 1000`,
      ),
  ],
  [
    'a pledge that has lost its first step',
    'pledges',
    ({ pledge_id }) => `delete from transitions where key = '${pledge_id}' and from_status = 'PENDING'`,
    ({ pledge_id }) =>
      new RegExp(`^pledges ${pledge_id} is PARTIALLY_REFUNDED, its history AUTHORIZED → CAPTURED, `),
  ],
  [
    'a pledge that is not where its history ends',
    'pledges',
    ({ pledge_id }) => `update pledges set status = 'COMPLETED' where id = '${pledge_id}'`,
    ({ pledge_id }) => new RegExp(`^pledges ${pledge_id} is COMPLETED, its history .* → PARTIALLY_REFUNDED$`),
  ],
  [
    'a command that was applied twice',
    'pledges',
    ({ pledge_id }) => `insert into transitions (key, from_status, to_status, trigger, command_id, at)
      select key, from_status, to_status, trigger, command_id, at from transitions
      where key = '${pledge_id}' order by seq desc limit 1`,
    ({ pledge_id }) =>
      new RegExp(`^pledges ${pledge_id} is .* → PARTIALLY_REFUNDED, CAPTURED → PARTIALLY_REFUNDED$`),
  ],
  [
    'a webhook that was applied twice',
    'payments',
    ({ payment_id }) => `insert into webhooks select * from jsonb_populate_recordset(null::webhooks,
      (select jsonb_agg(to_jsonb(w) || jsonb_build_object('id', gen_random_uuid(), 'webhook_id', 'again'))
        from webhooks w where payment_id = '${payment_id}' and type = 'payment.captured'))`,
    ({ payment_id }) => new RegExp(`^payments ${payment_id}: 2 webhooks applied payment.captured`),
  ],
  [
    'a webhook that was applied and had no effect',
    'payments',
    ({ payment_id }) =>
      `update payments set captured_amount = 0, refunded_amount = 0 where id = '${payment_id}'`,
    ({ payment_id }) => new RegExp(`^payments ${payment_id} knows 0 0 0, its webhooks reported 1000 400 0`),
  ],
  [
    'a refund that no webhook reported',
    'payments',
    ({ payment_id }) => `update payments set refunded_amount = 500 where id = '${payment_id}'`,
    ({ payment_id }) =>
      new RegExp(`^payments ${payment_id} knows 1000 500 0, its webhooks reported 1000 400 0`),
  ],
  ...(['total', 'donors', 'pledges', 'refunded'] as const).map((figure): (typeof planted)[number] => [
    `a campaign with one too many in ${figure}`,
    'totals',
    ({ campaign_id }) =>
      `update campaign_totals set ${figure} = ${figure} + 1 where campaign_id = '${campaign_id}'`,
    ({ campaign_id }) =>
      new RegExp(`^totals ${campaign_id} says .*, its pledges total 600, donors 1, pledges 1, refunded 400`),
  ]),
  [
    'a campaign that totals knows nothing of',
    'totals',
    ({ campaign_id }) => `delete from campaign_totals where campaign_id = '${campaign_id}'`,
    ({ campaign_id }) => new RegExp(`^totals ${campaign_id} says total 0, .*, its pledges total 600`),
  ],
  [
    'a campaign that has raised what no pledge brought',
    'campaigns',
    ({ campaign_id }) => `update campaigns set raised_amount = 601 where id = '${campaign_id}'`,
    ({ campaign_id }) => new RegExp(`^campaigns ${campaign_id} has raised 601, its pledges brought 600$`),
  ],
  [
    'totals that know a pledge by older figures',
    'totals',
    ({ pledge_id }) => `update pledge_figures set refunded_amount = 0 where pledge_id = '${pledge_id}'`,
    ({ pledge_id }) => new RegExp(`^totals knows pledge ${pledge_id} by 1000 0 0, it has 1000 400 0$`),
  ],
  [
    'an account that has what no transfer brought it',
    'payments',
    ({ campaign_id }) =>
      `update ledger_accounts set credited = credited + 5 where id = 'campaign:${campaign_id}'`,
    ({ campaign_id }) =>
      new RegExp(`^ledger: campaign:${campaign_id} has 605, 0 reserved; its transfers made 600, 0 reserved$`),
  ],
  [
    'a ledger that does not sum to 0',
    'payments',
    ({ campaign_id }) =>
      `update ledger_accounts set debited = debited + 7 where id = 'campaign:${campaign_id}'`,
    () => /^ledger: EUR sums to -?\d+$/,
  ],
  [
    'money that the ledger never gave its campaign',
    'payments',
    ({
      campaign_id,
      payment_id,
    }) => `insert into ledger_transfers (id, kind, debit, credit, amount, currency, at)
      values ('${world.newId()}', 'posted', 'payment:${payment_id}', 'campaign:${campaign_id}', 3, 'EUR', now())`,
    ({ campaign_id }) =>
      new RegExp(`^ledger: campaign:${campaign_id} was given 603, the payments of its pledges brought 600$`),
  ],
  [
    'a message that was never published',
    'pledges',
    () => `insert into outbox (message_id, name, key, payload, published_at)
      values ('${world.newId()}', 'pledge.created', 'k', '{}', now())`,
    () => /^pledges: 1 left in outbox/,
  ],
  [
    'a message that a consumer has not handled',
    'payments',
    () =>
      `insert into deliveries (consumer, seq, message, key, attempts, due_at) values ('pledges', 0, '{}', 'k', 1, now())`,
    () => /^payments: 1 left in deliveries/,
  ],
  [
    'a dead letter',
    'totals',
    () =>
      `insert into dead_letters (message_id, message, error, attempts) values ('${world.newId()}', '{}', 'never', 4)`,
    () => /^totals: 1 left in dead_letters/,
  ],
];

/** A campaign with one pledge of 1,000, captured, of which 400 were refunded. */
async function aWorld(): Promise<World> {
  const { campaign_id } = await aCampaign(platform);
  const caller = aCaller();
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id } = await platform.call('pledges.create', wish, { caller });
  const { id: payment_id } = await until(async () => {
    const found = await platform.call(
      'payments.list',
      { purpose_id: pledge_id },
      { caller: aCaller('admin') },
    );
    return found.data[0];
  });
  const bank = provider(platform.url, platform.settings.sandbox_webhook_secrets[0]!);
  await bank.report({ payment_id, type: 'payment.authorized' });
  await bank.report({ payment_id, type: 'payment.captured' });
  await bank.report({ payment_id, type: 'payment.refunded', amount: 400, refund_id: 'r' });
  return { campaign_id, pledge_id, payment_id };
}

beforeAll(async () => {
  platform = await startTestPlatform();
  urls = platform.settings.databases;
  worlds = [];
  for (const _ of planted) worlds.push(await aWorld());
  await untilQuiet(urls);
  // A relay would carry away what is planted in an outbox.
  await Promise.all(platform.nodes.map((node) => node.stop()));
});
afterAll(() => platform.stop());

test('finds nothing in a platform that works', async () => {
  expect(await violations(urls)).toEqual([]);
});

test.each(planted)('finds %s', async (what, service, plant, finding) => {
  const own = worlds[planted.findIndex(([name]) => name === what)]!;
  const before = await violations(urls);
  await look(urls[service]!, plant(own));
  const found = (await violations(urls)).filter((violation) => !before.includes(violation));
  expect(found).toContainEqual(expect.stringMatching(finding(own)));
});
