// The start of most tests of fundraising: a campaign, a pledge, and an admin.
import type { CampaignView, Params } from '#contracts';
import { client, provider } from '#test/client';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';

export const aDraft = (changes: Partial<Params<'campaigns.create'>> = {}): Params<'campaigns.create'> => ({
  title: 'A well',
  description: 'For the village',
  goal_amount: 100_000,
  currency: 'EUR',
  ...changes,
});

/** Publishes a campaign by calls to the node; returns its id and its owner. */
export async function aCampaign(
  { call }: Pick<TestPlatform, 'call'>,
  changes: Partial<Params<'campaigns.create'>> = {},
) {
  const owner = aCaller();
  const { id: campaign_id } = await call('campaigns.create', aDraft(changes), { caller: owner });
  await call('campaigns.publish', { id: campaign_id }, { caller: owner });
  return { campaign_id, owner };
}

/** The figures of a pledge without captured money. */
export const noFigures = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, version: 1 };

/** The view of a campaign in its messages. */
export const aView = (changes: Partial<CampaignView> & { campaign_id: string }): CampaignView => ({
  owner_id: aCaller().user_id,
  currency: 'EUR',
  funding: 'flexible',
  status: 'PUBLISHED',
  cancelled_because: null,
  ends_at: null,
  payouts: 'open',
  version: 2,
  ...changes,
});

/** The balance of every account of the ledger, and how much of it is reserved. */
export async function ledgerOf({ platform }: Pick<Fundraising, 'platform'>) {
  const { rows } = await platform
    .db('payments')
    .query<{ id: string; balance: number; reserved: number }>(
      'select id, balance::int, reserved::int from ledger_accounts',
    );
  return new Map(rows.map(({ id, ...account }) => [id, account]));
}

export type Fundraising = Awaited<ReturnType<typeof startFundraising>>;

/** A whole platform with HTTP: an admin, the owner of a campaign, a donor, and the provider of their payments. */
export async function startFundraising(options: Parameters<typeof startTestPlatform>[0] = {}) {
  const platform = await startTestPlatform({ ...options, settings: { admin: account, ...options.settings } });
  try {
    return { platform, ...(await cast(platform)) };
  } catch (error) {
    // Nobody else has a reference to it: left running, it would keep Jest from ending.
    await platform.stop();
    throw error;
  }
}

const account = { email: 'admin@example.org', password: 'a word of the admin' };

async function cast({ url, settings }: TestPlatform) {
  const anyone = client(url);
  const [owner, donor] = [await anyone.register('Olga'), await anyone.register('Dora')];
  const { id: campaign_id } = await owner.call('campaigns.create', aDraft());
  await owner.call('campaigns.publish', { id: campaign_id });
  // The start does not wait for the admin's account.
  const admin = await until(() => anyone.login(account.email, account.password).catch(() => null));
  return {
    anyone,
    owner,
    donor,
    campaign_id,
    admin,
    provider: provider(url, settings.sandbox_webhook_secrets[0]!),
  };
}
