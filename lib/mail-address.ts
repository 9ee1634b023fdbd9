// How e-mail addresses are told apart.
import { emailForm } from '#contracts/email';

/**
 * What counts as one mailbox: small and capital letters are the same to all providers that there are. No looser: NFKC, or leaving
 * out what follows a `+`, makes one of mailboxes that may be two people's.
 */
export const addressOf = (email: string): string => emailForm(email).toLowerCase().normalize();
