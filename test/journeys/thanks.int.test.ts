import { readConfig } from '#config';
import { world } from '#lib/world';
import { readEmail } from '#test/emails';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { smtpServer, type SmtpServer } from '#test/smtp';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

let it: Fundraising;
let server: SmtpServer;
beforeAll(async () => {
  server = await smtpServer();
  it = await startFundraising({ settings: { mail: readConfig({ SMTP_URL: server.url }).mail } });
});
beforeEach(async () => {
  server.received.length = 0;
  await it.platform.db('notifications').query('truncate sent_emails, email_quota');
});
afterAll(async () => {
  await it?.platform.stop();
  await server?.close();
});

const keyed = () => ({ idempotency_key: world.newId() });
const words = { subject: 'The well is dug', message: 'Thank you!\n\nÖzge & all of us' };

async function aCampaign() {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  async function gift(changes: object = {}, who: Pick<Fundraising['anyone'], 'call'> = it.donor) {
    const wish = { campaign_id, amount: 1000, currency: 'EUR', ...changes };
    const { pledge_id, payment_url } = await who.call('pledges.create', wish, keyed());
    const payment_id = await it.provider.open(payment_url);
    await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
    await it.platform.quiet();
    return pledge_id;
  }
  const thank = (
    body: object = words,
    sending = keyed(),
    who: Pick<Fundraising['anyone'], 'post'> = it.owner,
  ) => who.post(`/api/campaigns/${campaign_id}/thanks`, body, sending);
  return { campaign_id, gift, thank };
}
const settled = () => it.platform.count('notifications', 'sent_emails');
/** The e-mails so far, without those about receipts. */
const emailsSoFar = () =>
  server.received.map(readEmail).filter(({ subject }) => !/receipt|verify/i.test(subject));

test("each donor gets the owner's words once, as typed, anonymous ones too", async () => {
  const { gift, thank, campaign_id } = await aCampaign();
  const greta = await it.anyone.register('Greta');
  await gift();
  await gift();
  await gift({ anonymous: true }, greta);
  await it.donor.call('pledges.create', { campaign_id, amount: 1000, currency: 'EUR' }, keyed());
  const { status, body } = await thank();
  expect([status, body['status']]).toEqual([202, 'SENDING']);
  expect(JSON.stringify(body)).not.toContain(greta.user.id);
  await until(() => emailsSoFar().length === 2);
  const emails = emailsSoFar();
  expect(emails.map(({ to }) => to).sort()).toEqual([it.donor.user.email, greta.user.email].sort());
  for (const { subject, text } of emails) {
    expect(subject).toBe('The well is dug');
    expect(text).toContain(`Olga of “A well”, to which you gave, writes to you:\n\n${words.message}\n`);
  }
});

test('a campaign thanks once a day, of two at once one; the same request again is the same', async () => {
  const { gift, thank } = await aCampaign();
  await gift();
  const keys = [keyed(), keyed(), keyed()];
  const answers = await Promise.all(keys.map((key) => thank(words, key)));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'THANKED_TODAY' });
  const first = answers.findIndex(({ status }) => status === 202);
  const again = await thank(words, keys[first]);
  expect([again.status, again.body]).toEqual([202, answers[first]!.body]);
  await until(() => emailsSoFar().length > 0);
  await it.platform.quiet();
  expect(emailsSoFar()).toHaveLength(1);
});

test('only the owner thanks, and only where somebody gave', async () => {
  const { thank, gift } = await aCampaign();
  expect((await thank()).body['code']).toBe('NOBODY_TO_THANK');
  await gift();
  expect((await thank(words, keyed(), it.donor)).body['code']).toBe('PERMISSION_DENIED');
  expect((await thank(words, keyed(), it.admin)).body['code']).toBe('PERMISSION_DENIED');
  expect((await thank(words, keyed(), it.anyone)).body['code']).toBe('SIGN_IN_REQUIRED');
  expect((await it.owner.post(`/api/campaigns/${world.newId()}/thanks`, words, keyed())).status).toBe(404);
});

test.each([
  ['/message', { message: ' \n' }],
  ['/message', { message: 'a'.repeat(5001) }],
  ['/message', { message: 'a\u0007' }],
  ['/message', {}],
  ['/subject', { message: 'a', subject: 'a\r\nBcc: all@example.org' }],
])('a wrong %s is refused and named', async (pointer, body) => {
  const { thank } = await aCampaign();
  expect((await thank(body)).body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
});

test('many donors are thanked page by page, each once; and one mailbox is not flooded by that', async () => {
  const { gift, thank } = await aCampaign();
  const pledge_id = await gift({ donor: { name: 'Greta', email: 'greta@example.org' } }, it.anyone);
  const ids = Array.from({ length: 404 }, () => world.newId());
  await it.platform.db('pledges').query(
    `insert into pledges select copy.* from pledges p, unnest($2::uuid[]) new_id,
       jsonb_populate_record(p, jsonb_build_object('id', new_id, 'donor_id', new_id)) copy
     where p.id = $1`,
    [pledge_id, ids],
  );
  // The link to the pledge, and the receipt.
  await until(async () => (await settled()) === 2);
  await it.platform.db('notifications').query('truncate sent_emails, email_quota');
  server.received.length = 0;
  await thank();
  await until(async () => (await settled()) === 405);
  await it.platform.quiet();
  expect(await settled()).toBe(405);
  expect(server.received).toHaveLength(5);
});
