// Receipts: what a donor can show of a gift. Numbered without gaps and never changed: what is no longer so is cancelled.
// What is due: receipt.rules.ts. Issuing: issue.timer.ts. Storage: receipt.store.ts. For people: receipt.page.ts, pdf/.
import { defineService } from '#mixins/service';
import get from './actions/get.ts';
import list from './actions/list.ts';
import page from './actions/page.ts';
import pdf from './actions/pdf.ts';
import statement from './actions/statement.ts';
import statementPdf from './actions/statement_pdf.ts';
import { issue } from './issue.timer.ts';
import { receiptsConfirm } from './receipt.between.ts';
import { receiptInvariants } from './receipt.invariants.ts';
import { subscriptions } from './subscriptions.ts';
import { receiptsPersonal } from './receipt.personal.ts';

export default defineService({
  name: 'receipts',
  actions: [get, list, page, pdf, statement, statementPdf],
  subscriptions,
  timers: [issue],
  invariants: { ...receiptInvariants, 'receipts confirm what is kept of a pledge': receiptsConfirm },
  personalData: receiptsPersonal,
});
