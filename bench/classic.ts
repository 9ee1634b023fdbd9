// The usual design, for comparison: the same gateway, contract and tables, with one transaction per request.
import { config } from '#config';
import { openPool } from '#lib/database';
import { action } from '#lib/service';
import { startPlatform } from '#lib/supervisor';
import { world } from '#lib/world';
import { urlOf } from '#mixins/database.mixin';
import type { Pool } from '#lib/database';
import { brokerOptions } from '../moleculer.config.ts';
import { campaignOf } from '../services/fundraising/pledges/campaign.view.ts';
import pledges from '../services/fundraising/pledges/pledges.service.ts';
import { create } from '../services/fundraising/pledges/pledge.rules.ts';

let pool: Pool | undefined;

const classic = action('pledges.create', async function (ctx) {
  pool ??= openPool(urlOf(this), () => {}, 16);
  const { params: wish, meta } = ctx;
  const campaign = await campaignOf(this, ctx, wish.campaign_id);
  const context = { key: world.newId(), caller: meta.caller, now: world.now() };
  const { state: p, messages } = create(
    undefined,
    { wish, campaign, guest_id: null, payment_provider: 'sandbox' },
    context,
  );
  const client = await pool.connect();
  await client.query('begin');
  await client.query({
    name: 'pledge',
    text: `insert into pledges (id, campaign_id, donor_id, amount, fee_cover, currency, message, anonymous, status, captured_amount,
        refunded_amount, charged_back_amount, facts, refunds, created_at, expires_at, version)
      values ($1,$2,$3,$4,0,$5,$6,$7,$8,0,0,0,$9,'[]',$10,$11,1)`,
    values: [
      p.id,
      p.campaign_id,
      p.donor_id,
      p.amount,
      p.currency,
      p.message,
      p.anonymous,
      p.status,
      '{}',
      p.created_at,
      p.expires_at,
    ],
  });
  await client.query({
    name: 'outbox',
    text: 'insert into outbox (message_id, name, key, payload, published_at) values ($1, $2, $3, $4, $5)',
    values: [world.newId(), messages[0]!.name, p.id, JSON.stringify(messages[0]!.payload), p.created_at],
  });
  await client.query('commit');
  client.release();
  const { id, status, amount, fee_cover, expires_at } = p;
  return { pledge_id: id, status, amount, fee_cover, expires_at, payment_url: `/pay/${id}` };
});

const actions = pledges.schema.actions as Record<string, { handler: unknown }>;
actions['create'] = { handler: classic.handler };

const settings = config();
const platform = await startPlatform(settings, brokerOptions(settings));
console.log('The classic variant is ready.');
process.once('SIGTERM', () => void platform.stop().then(() => process.exit(0)));
