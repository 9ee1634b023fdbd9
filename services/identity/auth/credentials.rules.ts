/** The address under which credentials are kept: the case of its letters tells nobody apart. */
export const addressOf = (email: string): string => email.normalize('NFC').toLowerCase();
