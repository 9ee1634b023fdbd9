import { world } from '#lib/world';
import { readConfig } from '#config';
import { readEmail, type ReadEmail } from '#test/emails';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { smtpServer, type SmtpServer } from '#test/smtp';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

let it: Fundraising;
let server: SmtpServer;
beforeAll(async () => {
  server = await smtpServer();
  it = await startFundraising({ settings: { mail: readConfig({ SMTP_URL: server.url }).mail } });
});
beforeEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  await it?.platform.stop();
  await server?.close();
});

const addressOf = ({ user }: { user: { email: string } }) => user.email;

/** A pledge of 10.00 EUR, and its payment at the sandbox. */
async function aPledge(changes: object = {}, who: Pick<Fundraising['anyone'], 'call'> = it.donor) {
  const { pledge_id, payment_url } = await who.call(
    'pledges.create',
    { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR', ...changes },
    { idempotency_key: world.newId() },
  );
  const payment_id = await it.provider.open(payment_url);
  const reports = async (verb: string, body: object = {}) => {
    await it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, body);
    await it.platform.quiet();
  };
  return { pledge_id, payment_url, reports };
}

/** The e-mails so far, as soon as there are so many: not those about receipts (receipts.int.test.ts), or to new accounts. */
async function emails(count: number): Promise<ReadEmail[]> {
  const others = () =>
    server.received.map(readEmail).filter(({ subject }) => !/receipt|verify/i.test(subject));
  await until(() => others().length >= count);
  await it.platform.quiet();
  expect(others()).toHaveLength(count);
  return others().sort((a, b) => (a.to < b.to ? -1 : 1));
}

test('a donor whose payment is declined is told why, and where to try again', async () => {
  const { pledge_id, payment_url, reports } = await aPledge();
  await reports('fail', { reason: 'Your card has expired.' });
  const [email] = await emails(1);
  const { url } = await it.platform.call('pledges.read_link', { pledge_id });
  expect(email).toMatchObject({ to: addressOf(it.donor), subject: 'Your payment of €10.00 did not succeed' });
  for (const part of ['Your card has expired.', '“A well”', payment_url, url])
    expect(email!.text).toContain(part);
});

test('a decline that is heard of after the payment troubles nobody', async () => {
  const { reports } = await aPledge();
  await reports('capture');
  await reports('fail');
  await until(() => it.platform.count('notifications', `sent_emails where refusal like '%nobody needs it%'`));
  await emails(0);
});

test('a guest is told of a refund as anybody is', async () => {
  const donor = { name: 'Greta', email: 'greta@example.org' };
  const { pledge_id, reports } = await aPledge({ donor }, it.anyone);
  await emails(1);
  server.received.length = 0;
  await reports('capture');
  await it.owner.call('pledges.refund', { id: pledge_id, amount: 300 }, { idempotency_key: world.newId() });
  const [email] = await emails(1);
  expect(email).toMatchObject({ to: 'greta@example.org', subject: '€3.00 refunded' });
});

test('the owner is told of a refund that failed, and why', async () => {
  const { pledge_id, reports } = await aPledge();
  await reports('behave', { refunds: 'wait' });
  await reports('capture');
  const asked = { idempotency_key: world.newId() };
  const { refund_id } = await it.owner.call('pledges.refund', { id: pledge_id, amount: 300 }, asked);
  await it.platform.quiet();
  await reports('fail_refund', { refund_id, amount: 300, reason: 'The account is closed.' });
  const [email] = await emails(1);
  expect(email).toMatchObject({ to: addressOf(it.owner), subject: 'A refund of €3.00 did not succeed' });
  expect(email!.text).toContain('The account is closed.');
});

test('the owner is told of a dispute, and of its being won', async () => {
  const { pledge_id, reports } = await aPledge();
  await reports('capture');
  await reports('dispute');
  const [opened] = await emails(1);
  expect(opened).toMatchObject({ to: addressOf(it.owner), subject: 'A charge of €10.00 is disputed' });
  expect(opened!.text).toContain(pledge_id);
  await reports('win');
  expect((await emails(2)).map(({ subject }) => subject)).toContain('€10.00 are back: a dispute was won');
});

test('of another amount than was pledged both the owner and the admin are told', async () => {
  const { pledge_id, reports } = await aPledge();
  await reports('capture', { amount: 900 });
  const told = await emails(2);
  expect(told.map(({ to }) => to).sort()).toEqual([addressOf(it.owner), 'admin@example.org'].sort());
  const admins = told.find(({ to }) => to === 'admin@example.org');
  expect(admins!.text).toContain(`POST /api/pledges/${pledge_id}/resolve`);
});

test('e-mails about money come however many there are', async () => {
  const { pledge_id, reports } = await aPledge();
  await reports('capture');
  for (let i = 0; i < 8; i++) {
    await it.owner.call('pledges.refund', { id: pledge_id, amount: 1 }, { idempotency_key: world.newId() });
  }
  expect(await emails(8)).toHaveLength(8);
});
