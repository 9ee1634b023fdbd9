import type { Payload } from '#contracts';
import { readEmail } from '#test/emails';
import { aCampaign } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { makeDataDir } from '#test/postgres';
import { smtpServer, type SmtpServer } from '#test/smtp';
import { readConfig } from '#config';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emailIdOf } from './subscriptions.ts';

let server: SmtpServer;
let platform: TestPlatform;
let pledge_id: string;
let campaign_id: string;

/** Of a donor with an account: it sends nothing by itself. */
async function aPledge({ call }: TestPlatform) {
  const campaign = await aCampaign({ call });
  const wish = { campaign_id: campaign.campaign_id, amount: 1050, currency: 'EUR' };
  return { ...campaign, ...(await call('pledges.create', wish, { caller: aCaller() })) };
}

beforeAll(async () => {
  server = await smtpServer();
  platform = await startTestPlatform({
    services: ['notifications', 'pledges', 'campaigns', 'users'],
    settings: { mail: readConfig({ SMTP_URL: server.url, MAIL_FROM: 'hello@give.example' }).mail },
  });
  ({ pledge_id, campaign_id } = await aPledge(platform));
});
beforeEach(async () => {
  // Whatever the test before it left, even where it failed, is refused for good; it is over once its timer is gone.
  server.breaking = () => false;
  server.refusing = () => '550 Too late';
  await nothingWaits();
  server.refusing = () => undefined;
  server.received.length = 0;
  await platform.db('notifications').query('truncate email_quota, sent_emails');
});
afterAll(async () => {
  await platform?.stop();
  await server?.close();
});

const due = (changes: Partial<Payload<'pledge.guest_link_requested'>['donor']> = {}) =>
  delivery('pledge.guest_link_requested', pledge_id, {
    pledge_id,
    campaign_id,
    donor: { name: 'Gwen', email: 'gwen@example.org', ...changes },
    amount: 1050,
    currency: 'EUR',
  });
const hear = (message: object) => platform.deliver('notifications', [message]);
const emailOf = ({ id }: { id: string }) => emailIdOf('guest_link', id);
const isSent = (message: { id: string }) =>
  platform.count('notifications', 'sent_emails where email_id = $1', emailOf(message));
const waiting = (condition = 'true') =>
  platform.count('notifications', `timers where name = 'notifications.email' and ${condition}`);
/** Schedules the e-mail about a message at a time, as its delivery does. */
const scheduleAt = (at: string, { id, payload }: ReturnType<typeof due>) =>
  platform
    .db('notifications')
    .query(`insert into timers (name, key, due_at, payload) values ('notifications.email', $1, ${at}, $2)`, [
      emailIdOf('guest_link', id),
      JSON.stringify({ topic: 'guest_link', message_id: id, about: payload }),
    ]);
const nothingWaits = () => until(async () => (await waiting()) === 0);
/** Does not wait until an e-mail is tried again. One that is under way, leased for 30 s, would leave twice. */
const tryNow = () =>
  platform.db('notifications').query(
    `update timers set leased_until = null
        where name = 'notifications.email' and leased_until < now() + interval '10 s'`,
  );

test('a guest is sent the link to their pledge', async () => {
  const message = due();
  expect(await hear(message)).toEqual({ failed: [], waiting: [] });
  await until(() => isSent(message));
  expect(server.received).toMatchObject([{ from: 'hello@give.example', to: ['gwen@example.org'] }]);
  const { fields, text } = readEmail(server.received[0]!);
  expect(fields.get('To')).toBe('Gwen <gwen@example.org>');
  expect(fields.get('From')).toBe('Commonweal <hello@give.example>');
  expect(fields.get('Message-ID')).toBe(`<${emailOf(message)}@127.0.0.1>`);
  const { url, payment_url } = await platform.call('pledges.read_link', { pledge_id });
  expect(text).toContain(`\n${url}\n`);
  expect(text).toContain(`\n${payment_url}\n`);
  expect(text).toContain('A well');
});

test('what is delivered again is not sent again', async () => {
  const message = due();
  await Promise.all([hear(message), hear(message)]);
  await until(() => isSent(message));
  await hear(message);
  await nothingWaits();
  // Nor where it was scheduled once more before that was known.
  await scheduleAt('now()', message);
  await nothingWaits();
  expect(server.received).toHaveLength(1);
});

test('while the mail server is away an e-mail waits, delays no message, and leaves when the server is back', async () => {
  const { port } = server;
  const [first, second] = [due(), due()];
  await server.close();
  try {
    expect(await hear(first)).toEqual({ failed: [], waiting: [] });
    await until(() => waiting('attempts > 0'));
    expect(await hear(second)).toEqual({ failed: [], waiting: [] });
    await until(async () => (await waiting('attempts > 0')) === 2);
    expect(await isSent(first)).toBe(0);
    await tryNow();
    await until(() => waiting('attempts > 1'));
  } finally {
    server = await smtpServer(port);
  }
  await tryNow();
  await until(() => isSent(first));
  await until(() => isSent(second));
  expect(server.received).toHaveLength(2);
});

test('an e-mail that may have left is sent again, as the same one', async () => {
  const message = due();
  server.breaking = () => server.received.length === 1;
  await hear(message);
  await until(() => waiting('attempts > 0'));
  await tryNow();
  await until(() => isSent(message));
  const ids = server.received.map((email) => readEmail(email).fields.get('Message-ID'));
  expect(ids).toEqual([`<${emailOf(message)}@127.0.0.1>`, `<${emailOf(message)}@127.0.0.1>`]);
});

test('an address that the server will never take is not tried again; one that it may take later is', async () => {
  const [never, later] = [due({ email: 'never@example.org' }), due({ email: 'later@example.org' })];
  server.refusing = (recipient) => (recipient.startsWith('never') ? '550 No such user' : '450 Not now');
  await hear(never);
  await hear(later);
  await until(() => isSent(never));
  await until(() => waiting('attempts > 0'));
  const { rows } = await platform
    .db('notifications')
    .query('select refusal from sent_emails where email_id = $1', [emailOf(never)]);
  expect(rows).toEqual([{ refusal: '550 No such user' }]);
  expect(server.received).toEqual([]);

  server.refusing = () => undefined;
  await tryNow();
  await until(() => isSent(later));
  expect(server.received).toMatchObject([{ to: ['later@example.org'] }]);
});

test('while an e-mail waits its link is kept nowhere', async () => {
  const message = due();
  server.refusing = () => '450 Not now';
  await hear(message);
  await until(() => waiting('attempts > 0'));
  const { url } = await platform.call('pledges.read_link', { pledge_id });
  const token = url.split('token=')[1]!;
  expect(await waiting(`timers::text like '%${message.key}%'`)).toBe(1);
  expect(await waiting(`timers::text like '%${token}%'`)).toBe(0);
  server.refusing = () => undefined;
  await tryNow();
  await nothingWaits();
});

const refusals = async () => {
  const { rows } = await platform
    .db('notifications')
    .query<{ refusal: string }>('select refusal from sent_emails');
  return rows.map(({ refusal }) => refusal);
};

test('nobody can flood a mailbox by pledging in its name: 5 e-mails an hour reach it, 20 a day, however it is written', async () => {
  const waves = [
    { names: ['Eve@a.example', 'eve+1@A.example', 'eve+2+3@a.example.', 'ｅve@a.example'], leave: 5 },
    { names: ['eve@a.example'], leave: 0 },
  ];
  for (const { names, leave } of waves) {
    server.received.length = 0;
    const emails = Array.from({ length: 8 }, (_, i) => due({ email: names[i % names.length]! }));
    await platform.deliver('notifications', emails);
    await nothingWaits();
    expect(server.received).toHaveLength(leave);
  }
  const other = due({ email: 'adam@a.example' });
  await hear(other);
  await until(() => isSent(other));
  expect(server.received).toMatchObject([{ to: ['adam@a.example'] }]);
  expect((await refusals()).filter((refusal) => refusal?.startsWith('not sent'))).toHaveLength(11);

  for (let hour = 1; hour <= 4; hour++) {
    await platform.db('notifications').query(`update email_quota set at = at - interval '1 hour'`);
    await platform.deliver(
      'notifications',
      Array.from({ length: 8 }, () => due({ email: 'eve@a.example' })),
    );
    await nothingWaits();
  }
  expect(server.received.filter(({ to: [to = ''] }) => to.startsWith('eve'))).toHaveLength(15);
});

test('an e-mail that may have left counts once, however often it is tried', async () => {
  const emails = Array.from({ length: 5 }, () => due({ email: 'eve@b.example' }));
  server.refusing = () => '450 Not now';
  await platform.deliver('notifications', emails);
  await until(async () => (await waiting('attempts > 0')) === 5);
  server.refusing = () => undefined;
  await tryNow();
  await nothingWaits();
  expect(server.received).toHaveLength(5);
});

test('an e-mail that nobody has taken for 3 days is given up', async () => {
  server.refusing = () => '450 Not now';
  const message = due();
  await scheduleAt(`now() - interval '3 days 1 minute'`, message);
  await nothingWaits();
  expect(await refusals()).toContainEqual(expect.stringContaining('450 Not now'));
});

test.each([
  ['a line of its own', { name: 'Eve\r\nBcc: all' }],
  ['an address', { name: 'Eve" <all@example.org>, "' }],
  ['the end of the header', { name: 'Eve\r\n\r\nHi' }],
  ['another notation of it', { name: 'Eve\u2028\u0085\u000bBcc= all' }],
  ['a list in the address', { email: 'gwen,all@example.org' }],
  ['letters that no header holds', { name: 'Зоя 🎻' }],
])('a name or address with %s in it reaches one recipient and adds no field', async (_what, donor) => {
  const message = due(donor);
  await hear(message);
  await until(() => isSent(message));
  // An address that is none without quotes (RFC 5321, 4.1.2) gets them.
  expect(server.received.map(({ to }) => to.map((address) => address.replaceAll('"', '')))).toEqual([
    [message.payload.donor.email],
  ]);
  const { fields } = readEmail(server.received[0]!);
  expect([...fields.keys()].sort()).toEqual(
    [
      'Auto-Submitted',
      'Content-Transfer-Encoding',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ].sort(),
  );
});

test('without a mail server e-mails are kept as files that only the operator may read', async () => {
  const data_dir = await makeDataDir();
  const services = ['notifications', 'pledges', 'campaigns', 'users'];
  const local = await startTestPlatform({ services, settings: { data_dir } });
  try {
    ({ pledge_id, campaign_id } = await aPledge(local));
    const message = due();
    await local.deliver('notifications', [message]);
    await until(() => local.count('notifications', 'sent_emails'));
    const folder = join(data_dir, 'mail');
    expect(await readdir(folder)).toEqual([`${emailOf(message)}.eml`]);
    const file = join(folder, `${emailOf(message)}.eml`);
    expect(await readFile(file, 'utf8')).toContain('To: Gwen <gwen@example.org>');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  } finally {
    await local.stop();
    await rm(data_dir, { recursive: true, force: true });
  }
});
