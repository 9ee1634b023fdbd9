import { mailboxOf } from '#contracts/email';

/** The address under which credentials are stored: it does not distinguish upper and lower case. */
export const addressOf = (email: string): string => mailboxOf(email);
