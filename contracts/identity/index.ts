import * as auth from './auth.ts';
import * as permissions from './roles-and-grants.ts';
import * as users from './users.ts';

export const services = { auth, permissions, users };
