import type { Delivery } from '#lib/service';
import type { Client } from 'pg';

/** A row of an outbox: a message, and its place in the order. */
export interface OutboxRow extends Delivery {
  seq: number;
}

/**
 * What carries messages from one service's outbox to all who subscribe to them. The relay that uses it is the only one of
 * its service; `db` is the connection to that service's database that it works with.
 */
export interface Bus {
  /** Picks up what an earlier relay has left half done. */
  resume(db: Client): Promise<void>;
  /** Takes over `rows`, which are in order. When it resolves they have left the outbox, and none can be lost. */
  carry(db: Client, rows: OutboxRow[]): Promise<void>;
  /** Begins again what is due: retries. Returns in how many ms to call it again, and calls `wake` when that is sooner. */
  sweep(db: Client, wake: () => void): number;
  /** Until what was begun has ended. */
  rest(): Promise<void>;
}
