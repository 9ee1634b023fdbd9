import * as auth from './auth.ts';
import * as users from './users.ts';

export const services = { auth, users };
