import { world } from '#lib/world';
import { delivery, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { smtpServer, type SmtpServer } from '#test/smtp';
import { readConfig } from '#config';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emailIdOf } from './subscriptions.ts';

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
  const user_id = world.newId();
  const message = delivery('user.verification_requested', user_id, {
    user_id,
    email: 'refused@example.org',
    url: 'https://give.example/verify-email?token=t',
    expires_at: world.now(),
  });
  await hear(message);
  const refusals = async () =>
    (
      await platform
        .db('notifications')
        .query<{ refusal: string }>('select refusal from sent_emails where email_id = $1', [
          emailIdOf('verification', message.id),
        ])
    ).rows;
  await until(async () => (await refusals()).length > 0);
  expect(await refusals()).toEqual([{ refusal: '550 5.1.1 <…>: no such user' }]);
});
