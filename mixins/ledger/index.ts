// Accounting: double entry, in the transaction of the decision that asks for it.
export { ledger, type Ledger } from './ledger.ts';
export { probeTransfer, balances, type Balance } from './queries.ts';
export { ledgerTables } from './schema.ts';
export { ledgerTimeouts } from './timeouts.ts';
export type { Refusal, Transfer } from './transfer.ts';
export { verifyLedger, type LedgerViolation } from './verify.ts';
