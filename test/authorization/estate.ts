// One owner with everything that the platform keeps of people, made over HTTP; and every id of it.
import { relyingPartyOf } from '../../services/identity/auth/relying-party.rules.ts';
import { authenticator } from '../../services/identity/auth/authenticator.fixture.ts';
import { appWith } from '../../services/identity/auth/factors.fixture.ts';
import { tomorrow } from '#test/authorization/crowd';
import { client } from '#test/client';
import { aDraft, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { world } from '#lib/world';

const keyed = (idempotency_key: string = world.newId()) => ({ idempotency_key });

/** Of whom it all is. */
async function anOwner({ platform, anyone }: Fundraising) {
  const account = {
    email: `${world.newId()}@example.org`,
    password: `pass ${world.newId()}`,
    name: `Olga ${world.newId()}`,
  };
  const { user, access_token } = await anyone.call('auth.register', account);
  const api = client(platform.url, access_token);
  return { account, user_id: user.id, api };
}
type Owner = Awaited<ReturnType<typeof anOwner>>;

/** How they sign in, and what else acts for them. */
async function signingIn({ platform }: Fundraising, { api, account }: Owner) {
  const { password } = account;
  const { secret } = await api.call('auth.enroll_totp', { password });
  const show = appWith(secret);
  const { recovery_codes } = await api.call('auth.confirm_totp', { code: show(world.now(), -1) });
  const asked = await api.call('auth.request_passkey', { password, otp: show(world.now(), 0) });
  const { challenge_id } = asked;
  const device = authenticator(relyingPartyOf(platform.settings.public_url)!);
  const response = device.create(asked);
  const passkey = await api.call('auth.add_passkey', { challenge_id, name: 'Key', response });
  const wish = { name: 'Program', permissions: ['pledges:read' as const], expires_at: tomorrow() };
  const program = await api.call('auth.create_access_token', wish);
  const { data: sessions } = await api.call('auth.list_login_sessions', {});
  const open = await api.call('auth.request_passkey', { password, otp: recovery_codes![0]! });
  return {
    login_session: sessions[0]!.id,
    access_token: program.id,
    passkey: passkey.id,
    challenge: open.challenge_id,
  };
}

/** What they raise and give, with its money. */
async function fundraising(it: Fundraising, { api }: Owner, guest: { name: string; email: string }) {
  const { platform, anyone, admin, provider } = it;
  const title = `A plan ${world.newId()}`;
  const draft = await api.call('campaigns.create', aDraft({ title }));
  const { id: campaign } = await api.call('campaigns.create', aDraft());
  await api.call('campaigns.publish', { id: campaign });
  const wish = { campaign_id: campaign, amount: 10_000, currency: 'EUR', anonymous: true };

  async function paid({ pledge_id, payment_url }: { pledge_id: string; payment_url: string }) {
    const payment_id = await provider.open(payment_url);
    await anyone.call('sandbox.capture', { id: payment_id });
    await platform.quiet();
    return { pledge_id, payment_id };
  }
  const key = world.newId();
  const own = await paid(await api.call('pledges.create', wish, keyed(key)));
  const { pledge_id: unpaid, payment_url: to_pay } = await api.call('pledges.create', wish, keyed());
  await provider.open(to_pay);
  const given = await anyone.call('pledges.create', { ...wish, donor: guest }, keyed());
  const guests = await paid(given);
  const gift = { ...wish, method: 'cash' as const, received_on: '2026-01-31', donor: guest };
  const { id: offline } = await api.call('pledges.record_offline_gift', gift, keyed());

  const { refund_id } = await api.call('pledges.refund', { id: own.pledge_id, amount: 500 }, keyed());
  const dispute = world.newId();
  await anyone.call('sandbox.dispute', { id: guests.payment_id, amount: 100, dispute_id: dispute });
  const monthly = { ...wish, interval: 'month' as const, anonymous: true };
  const { subscription_id, payment_url } = await api.call('subscriptions.create', monthly, keyed());
  await anyone.call('sandbox.pay', { id: await provider.open(payment_url) });
  await api.call('pledges.thank', { campaign_id: campaign, message: 'Thanks' }, keyed());
  await platform.quiet();
  const payout = { beneficiary: `campaign:${campaign}`, amount: 1000, currency: 'EUR' };
  const { id: payout_id } = await admin.call('payments.create_payout', payout, keyed());
  const receipts = await until(async () => {
    const { data } = await api.call('receipts.list', { organisation_id: 'me' });
    return data.length > 1 ? data : null;
  });
  const { data: webhooks } = await admin.call('payments.list_payment_webhooks', { id: own.payment_id });
  const one = async (service: string, text: string, value: string) =>
    (await platform.db(service).query<{ id: string }>(text, [value])).rows[0]!.id;
  return {
    key,
    title,
    ids: {
      draft: draft.id,
      campaign,
      pledge: own.pledge_id,
      unpaid_pledge: unpaid,
      guest_pledge: guests.pledge_id,
      offline_gift: offline,
      refund: refund_id,
      dispute,
      payment: own.payment_id,
      guest_payment: guests.payment_id,
      payout: payout_id,
      subscription: subscription_id,
      mandate: await one(
        'subscriptions',
        'select mandate_id id from subscriptions where id = $1',
        subscription_id,
      ),
      thanks: await one('pledges', 'select id from thanks where campaign_id = $1', campaign),
      receipt: receipts[0]!.id,
      other_receipt: receipts[1]!.id,
      webhook: webhooks[0]!.id,
    },
  };
}

export type Estate = Awaited<ReturnType<typeof anEstate>>;

export async function anEstate(it: Fundraising) {
  const owner = await anOwner(it);
  const guest = { name: `Greta ${world.newId()}`, email: `${world.newId()}@example.org` };
  const { ids, key, title } = await fundraising(it, owner, guest);
  const all = { user: owner.user_id, ...(await signingIn(it, owner)), ...ids };
  const resource = `campaign:${ids.campaign}`;
  await it.admin.call('permissions.grant_role', { id: owner.user_id, name: 'organiser', resource });
  await it.platform.quiet();
  return {
    ...owner,
    /** By what they are. */
    ids: all as Record<string, string>,
    /** Of a pledge. */
    idempotency_key: key,
    /** What nobody else may be told. */
    secrets: [owner.account.email, owner.account.name, guest.email, guest.name, title],
  };
}
