import { world } from '#lib/world';
import type { Command } from './command.ts';
import { ago, table } from './table.ts';

export const showAccount =
  (email: string): Command =>
  async (api) => {
    const account = await api.call('auth.find_account', { email });
    const { user_id, name, email_verified, registered_at, last_used_at, login_sessions } = account;
    const now_ms = world.nowMs();
    const rows = [
      ['id', user_id],
      ['address', `${account.email} (${email_verified ? 'verified' : 'not verified'})`],
      ['name', name],
      ['registered', ago(registered_at, now_ms)],
      ['last used', last_used_at === null ? '-' : ago(last_used_at, now_ms)],
      ['signed in', String(login_sessions)],
    ].map(([field = '', value = '']) => ({ field, value }));
    return { json: account, text: table(['field', 'value'], rows) };
  };

export const resetAccount =
  (email: string): Command =>
  async (api, { show }) => {
    const reset = await api.call('auth.issue_reset', { email, show });
    const text =
      reset.url === null
        ? `A link that resets the password is on its way to ${reset.email}.`
        : `Whoever has this link sets the password of ${reset.email}, until ${reset.expires_at}:\n\n${reset.url}`;
    return { json: reset, text };
  };

export const moveAccount =
  (email: string, new_email: string): Command =>
  async (api) => {
    const moving = await api.call('auth.move_account', { email, new_email });
    const text = `The account moves to ${moving.new_email} once the link that was sent there is pressed.`;
    return { json: moving, text };
  };
