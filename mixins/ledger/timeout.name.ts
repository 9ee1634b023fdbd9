/** The timer of a pending transfer; its key is the transfer's id. */
export const TIMEOUT = 'ledger.timeout';
