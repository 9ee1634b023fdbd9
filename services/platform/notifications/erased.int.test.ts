import { world } from '#lib/world';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { smtpServer, type SmtpServer } from '#test/smtp';
import { readConfig } from '#config';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let server: SmtpServer;
let platform: TestPlatform;
beforeAll(async () => {
  server = await smtpServer();
  platform = await startTestPlatform({
    services: ['notifications', 'pledges'],
    settings: { mail: readConfig({ SMTP_URL: server.url, MAIL_FROM: 'hello@give.example' }).mail },
  });
});
afterAll(async () => {
  await platform?.stop();
  await server?.close();
});

const hear = (...messages: object[]) => platform.deliver('notifications', messages);
const asked = (email: string) => {
  const pledge_id = world.newId();
  const donor = { name: 'Gwen', email };
  return delivery('pledge.guest_link_requested', pledge_id, {
    pledge_id,
    campaign_id: world.newId(),
    donor,
    amount: 1050,
    currency: 'EUR',
  });
};
const erased = ({ payload: { pledge_id } }: ReturnType<typeof asked>) =>
  delivery('pledge.erased', pledge_id, { pledge_id, campaign_id: world.newId(), donor_id: world.newId() });
const left = (email: string, table: string) =>
  platform.count('notifications', `${table} t where t::text like '%' || $1 || '%'`, email);

test('what has not left to a guest who was erased never does; what goes to others stays', async () => {
  server.refusing = () => '450 Not now';
  const [one, other] = [asked('one@example.org'), asked('other@example.org')];
  await hear(one, other);
  await hear(erased(one), erased(one));
  expect(await left('one@example.org', 'timers')).toBe(0);
  expect(await left('other@example.org', 'timers')).toBe(1);
});

test('a message on which it failed is forgotten with the guest or the user whom it is about', async () => {
  const [guests, users] = [asked('dead@example.org'), asked('dead@example.org')];
  const user_id = world.newId();
  const aUsers = { ...users, payload: { user_id, email: 'dead@example.org' } };
  for (const message of [guests, aUsers])
    await platform
      .service('notifications')
      .broker.call('notifications.deadLetter', { delivery: message, error: 'none', attempts: 4 });
  await hear(erased(guests));
  expect(await left('dead@example.org', 'dead_letters')).toBe(1);
  await hear(delivery('user.erased', user_id, { user_id, erased_at: world.now() }));
  expect(await left('dead@example.org', 'dead_letters')).toBe(0);
});

test('what a mail server says of an address is kept without it', async () => {
  server.refusing = (recipient) => `550 5.1.1 <${recipient}>: no such user`;
  const message = asked('refused@example.org');
  await hear(message);
  await platform.quiet();
  const { rows } = await platform
    .db('notifications')
    .query('select refusal from sent_emails where message_id = $1', [message.id]);
  expect(rows).toEqual([{ refusal: '550 5.1.1 <…>: no such user' }]);
});
