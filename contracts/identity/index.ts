import { factorActions, factorMessages } from './auth-factors.ts';
import * as auth from './auth.ts';
import * as permissions from './roles-and-grants.ts';
import * as users from './users.ts';

export const services = {
  auth: {
    actions: { ...auth.actions, ...factorActions },
    messages: { ...auth.messages, ...factorMessages },
    timers: auth.timers,
  },
  permissions,
  users,
};
