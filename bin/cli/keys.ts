import type { Command } from './command.ts';

export const rotateKeys: Command = async (api) => {
  const next = await api.call('auth.rotate_keys', {});
  return { json: next, text: `Key ${next.kid} signs from ${next.signs_at} on. Nobody is logged out.` };
};
