// What is to be issued, and who may see what was. Pure functions.
import type { Receipt } from '#contracts';
import { may, type Caller } from '#lib/caller';

/** A receipt as it is kept. It says what was so when it was issued, and never changes. */
export interface KeptReceipt extends Pick<
  Receipt,
  | 'id'
  | 'number'
  | 'kind'
  | 'cancels'
  | 'issued_at'
  | 'organisation_id'
  | 'organisation_name'
  | 'campaign_id'
  | 'campaign_title'
  | 'pledge_id'
  | 'amount'
  | 'currency'
  | 'received_at'
> {
  donor_id: string;
  donor_name: string;
  /** Null once its donor was erased, and of who left none. */
  donor_address: string | null;
  anonymous: boolean;
}

/** The same, with what has become of it since. */
export type SeenReceipt = KeptReceipt &
  Pick<Receipt, 'cancels_number' | 'cancelled_by' | 'cancelled_by_number'>;

/** What a pledge's receipts lack: a live one is taken back as it was issued, and what is kept is confirmed anew. */
export interface Due {
  cancels: KeptReceipt | null;
  /** 0: nothing is kept, so nothing is confirmed. */
  confirms_amount: number;
}

/** Null where the receipt that counts, or none, says what is so. */
export function dueFor(kept_amount: number, live: KeptReceipt | null): Due | null {
  if (kept_amount === (live?.amount ?? 0)) return null;
  return { cancels: live, confirms_amount: kept_amount };
}

export interface Viewer {
  caller: Caller | undefined;
  has_link: boolean;
}

type Seen = 'all' | 'without donor' | 'nothing';

/** The organisation is not told who gave where the donor wants to stay unknown. */
export function seenBy(
  { donor_id, organisation_id, anonymous }: Pick<KeptReceipt, 'donor_id' | 'organisation_id' | 'anonymous'>,
  { caller, has_link }: Viewer,
): Seen {
  const isTheirs = caller?.user_id === donor_id || may(caller, 'receipts:read_any');
  if (has_link || isTheirs) return 'all';
  if (caller?.user_id !== organisation_id) return 'nothing';
  return anonymous ? 'without donor' : 'all';
}
