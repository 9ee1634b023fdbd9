// What every service with a ledger has, whichever it is.
import { exactly, defineTimer } from './define.ts';

export const timers = {
  'ledger.timeout': defineTimer({
    summary: 'Ends a pending transfer whose time is up, and frees what it reserved. Its key is the transfer.',
    payload: exactly({}),
  }),
};
