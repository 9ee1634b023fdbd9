// A wire between one node and Postgres that can be cut at a statement: this leaves what `kill -9` of the node would leave
// at that moment. The node contains no code for it, and sees a connection that broke.
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a node crashes: before the nth write of a name is sent, or after it was done and before it is answered. */
export interface Failpoint {
  /** The service of the database, and the statement's first write: 'payments: update payments', 'payments: commit'. */
  write: string;
  nth: number;
  side: 'before' | 'after';
}

export type Wire = Awaited<ReturnType<typeof openWire>>;

/** A wire to the server of `url`. */
export async function openWire(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const cut = Promise.withResolvers<void>();
  let isCut = false;
  let failpoint: Failpoint | null = null;
  let isCounting = false;
  let writes: string[] = [];
  let cut_at: string | undefined;

  function cutAll(at?: string) {
    if (isCut) return;
    isCut = true;
    cut_at = at;
    server.close();
    for (const socket of sockets) socket.destroy();
    cut.resolve();
  }

  const isAt = (side: Failpoint['side'], write: string, earlier: number) =>
    failpoint?.side === side && failpoint.write === write && failpoint.nth === earlier + 1;
  const countOf = (write: string) => writes.filter((each) => each === write).length;

  /** Whether a statement may be sent. */
  function maySend(write: string | undefined): boolean {
    // A poll of timers is a write only if it finds any, which is known afterwards.
    if (write && isCounting && !isLook(write) && isAt('before', write, countOf(write))) cutAll(write);
    return !isCut;
  }

  /** Whether its answer may be passed on. */
  function mayAnswer(write: string | undefined, { rows, isRefused }: Ending): boolean {
    if (isCut || !write || !isCounting || isRefused || (isLook(write) && rows === 0)) return !isCut;
    const isHere = isAt('after', write, countOf(write));
    writes.push(write);
    if (isHere) cutAll(write);
    return !isCut;
  }

  const server = createServer((node) => {
    if (isCut) return node.destroy();
    const postgres = createConnection({ host: hostname, port: Number(port) });
    for (const [one, other] of [
      [node, postgres],
      [postgres, node],
    ] as const) {
      sockets.add(one);
      one.setNoDelay();
      one.on('error', () => {}); // `close` reports its end
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    const asked: (string | undefined)[] = [];
    node.on(
      'data',
      requests((bytes, statement) => {
        const write = statement && writeIn(statement);
        if (!maySend(write)) return;
        if (statement) asked.push(write);
        postgres.write(bytes);
      }),
    );
    const answersIn = answers();
    postgres.on('data', (bytes: Buffer) => {
      const isAllowed = answersIn(bytes).every((ending) => mayAnswer(asked.shift(), ending));
      if (isAllowed && !isCut) node.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;

  return {
    /** The URL of a database on that server, through this wire. */
    through(database: string): string {
      const by = new URL(database);
      [by.hostname, by.port] = ['127.0.0.1', String(own)];
      return by.href;
    },
    /** Counts writes from now on; cuts at `at`, if given. */
    arm(at: Failpoint | null): void {
      [failpoint, isCounting, writes] = [at, true, []];
    },
    /** Returns the writes since `arm`, in order; stops counting and cutting. */
    disarm(): string[] {
      [failpoint, isCounting] = [null, false];
      return writes;
    },
    /** From here on nothing reaches Postgres, and no answer comes back. */
    cut: () => cutAll(),
    wasCut: cut.promise,
    /** The write at which it was cut. */
    cutAt: () => cut_at,
  };
}

/** A statement's first write. Undefined where it only reads: a crash there equals the crash after the write before it. */
function writeIn({ database, text }: Statement): string | undefined {
  const write = /\b(insert into|(?<!for )update|delete from) \w+|^commit$/.exec(text)?.[0];
  return write && `${database.split('_').at(-1)}: ${write}`;
}

/** A service polls its timers whenever one may be due. */
const isLook = (write: string) => write.endsWith(': update timers');

interface Statement {
  database: string;
  text: string;
}

/** How a statement ended. */
interface Ending {
  rows: number;
  isRefused: boolean;
}

const HEAD = 5;

/** Splits a stream of Postgres' protocol into messages; `hasStarted`: the first one has no type. */
function messages(hasStarted: boolean): (bytes: Buffer) => { type: string; body: Buffer; whole: Buffer }[] {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const found = [];
    for (;;) {
      const head = hasStarted ? HEAD : HEAD - 1;
      if (rest.length < head) return found;
      const length = head - 4 + rest.readInt32BE(head - 4);
      if (rest.length < length) return found;
      const whole = rest.subarray(0, length);
      const type = hasStarted ? String.fromCharCode(whole[0]!) : 'startup';
      found.push({ type, body: whole.subarray(head), whole });
      rest = rest.subarray(length);
      hasStarted = true;
    }
  };
}

/** Reads a client's messages up to each statement; calls `send` with the bytes, and the statement in them. */
function requests(send: (bytes: Buffer, statement?: Statement) => void): (bytes: Buffer) => void {
  const cutUp = messages(false);
  const prepared = new Map<string, string>();
  let database = '';
  let text = '';
  let held: Buffer[] = [];
  return (bytes) => {
    for (const { type, body, whole } of cutUp(bytes)) {
      const [first = '', second = ''] = body.toString('latin1').split('\0', 2);
      if (type === 'startup') database = /\0database\0([^\0]*)/.exec(body.toString('latin1'))?.[1] ?? '';
      if (type === 'P') prepared.set(first, second); // Parse: its name, its text
      if (type === 'B') text = prepared.get(second) ?? ''; // Bind: the portal's name, the statement's
      if (type === 'Q') text = first;
      if (!/^[PBDEHSQ]$/.test(type)) {
        send(whole);
        continue;
      }
      held.push(whole);
      // Until Sync it is not under way.
      if (type !== 'S' && type !== 'Q') continue;
      send(Buffer.concat(held), { database, text });
      held = [];
    }
  };
}

/** Reads Postgres' answers; returns the endings of the statements that end in these bytes. */
function answers(): (bytes: Buffer) => Ending[] {
  const cutUp = messages(true);
  let ending: Ending = { rows: 0, isRefused: false };
  let isGreeted = false;
  return (bytes) => {
    const endings: Ending[] = [];
    for (const { type, body } of cutUp(bytes)) {
      // CommandComplete: 'UPDATE 3', 'COMMIT'.
      if (type === 'C') ending.rows = Number(/ (\d+)\0$/.exec(body.toString('latin1'))?.[1] ?? 0);
      if (type === 'E') ending.isRefused = true;
      if (type !== 'Z') continue;
      if (isGreeted) endings.push(ending);
      isGreeted = true;
      ending = { rows: 0, isRefused: false };
    }
    return endings;
  };
}
