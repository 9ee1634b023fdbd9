// Who a request is from, as its token says.
import type { Permission } from '#contracts';
import { uuidv5 } from '#lib/world';

/** Who a token says that its bearer is. What they may do, it doesn't say: that may change while it is valid. */
export interface Identity {
  user_id: string;
  /** Empty for those who did not sign in here. */
  login_session_id: string;
  issued_ms: number;
  /** What another provider says of them, as roles here. */
  roles?: readonly string[];
  /** Of a program: it may do this at most. */
  access_token?: { id: string; permissions: ReadonlySet<Permission> };
}

/** A token that was verified. */
export interface Verified {
  identity: Identity;
  /** Until when that needs no second look. */
  expires_ms: number;
}

/** The operator of the platform: may do everything, and has no account. */
export const operator: Identity = {
  user_id: uuidv5('the operator of this platform'),
  login_session_id: '',
  issued_ms: Infinity,
};
