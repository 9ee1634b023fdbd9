// A platform with the services of accounts alone, their e-mails, and people who have one.
import { readConfig } from '#config';
import { client, type Client } from '#test/client';
import { readEmail } from '#test/emails';
import { OPERATOR_KEY, startTestPlatform, until } from '#test/platform';
import { smtpServer } from '#test/smtp';

export const PASSWORD = 'correct horse battery';

export type Accounts = Awaited<ReturnType<typeof startAccounts>>;
export type Someone = Awaited<ReturnType<Accounts['register']>>;

/** `X-Forwarded-For` says where a client is. */
export async function startAccounts() {
  const server = await smtpServer();
  const platform = await startTestPlatform({
    services: ['gateway', 'auth', 'users', 'permissions', 'notifications'],
    settings: { mail: readConfig({ SMTP_URL: server.url }).mail, trusted_proxies: 1 },
  });
  const anyone = client(platform.url);
  return {
    platform,
    anyone,
    operator: client(platform.url, OPERATOR_KEY),
    /** Somebody new, who is signed in with PASSWORD. */
    async register(email: string, name = 'Ann') {
      const { user, ...tokens } = await anyone.call('auth.register', { email, password: PASSWORD, name });
      return { ...client(platform.url, tokens.access_token), user, tokens };
    },
    /** The newest e-mail to an address whose subject is like this, as soon as it is there. */
    emailTo: (address: string, subject: RegExp) =>
      until(() =>
        server.received
          .map(readEmail)
          .filter((email) => email.to === address && subject.test(email.subject))
          .at(-1),
      ),
    meOf: (someone: Client) => someone.call('users.me', {}),
    /** The status of a login. */
    signIn: async (email: string, password: string) =>
      (await anyone.post('/api/auth/login', { email, password })).status,
    /** The status of a refresh. */
    refresh: async ({ tokens: { refresh_token } }: { tokens: { refresh_token: string } }) =>
      (await anyone.post('/api/auth/refresh', { refresh_token })).status,
    async stop() {
      await platform.stop();
      await server.close();
    },
  };
}

/** The token of the link in an e-mail. */
export const tokenIn = ({ text }: { text: string }) =>
  new URL(/^http\S+$/m.exec(text)![0]).searchParams.get('token')!;
