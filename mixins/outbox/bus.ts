import type { Delivery } from '#lib/service';
import type { Client } from 'pg';

/** A row of an outbox: a message, and its place in the order. */
export interface OutboxRow extends Delivery {
  seq: number;
}

/**
 * Carries messages from one service's outbox to their subscribers. A service has one relay at a time, which alone uses
 * it; `db` is the relay's connection to the service's database.
 */
export interface Bus {
  /** Resumes what an earlier relay left unfinished. */
  resume(db: Client): Promise<void>;
  /** Takes over `rows`, which are in order. When it resolves, they have left the outbox, and none can be lost. */
  carry(db: Client, rows: OutboxRow[]): Promise<void>;
  /** Starts the retries that are due. Returns in how many ms to call it again; calls `wake` when that becomes sooner. */
  sweep(db: Client, wake: () => void): number;
  /** Resolves when all that was started has ended. */
  rest(): Promise<void>;
}
