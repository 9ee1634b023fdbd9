import type { Delivery } from '#lib/service';
import type { Client } from 'pg';

/** A row of an outbox: a message, and its place in the order. */
export interface OutboxRow extends Delivery {
  seq: number;
}

/**
 * What carries messages from one service's outbox to all who hear them. The relay that uses it is the only one of
 * its service; `db` is the relay's own connection to that service's database.
 */
export interface Bus {
  /** Picks up what an earlier relay has left half done. */
  resume(db: Client): Promise<void>;
  /** Takes over `rows`, which are in order. When it resolves they have left the outbox, and none can be lost. */
  carry(db: Client, rows: OutboxRow[]): Promise<void>;
  /** Does again what is due: retries. Called at least every 100 ms. */
  sweep(db: Client): Promise<void>;
}
