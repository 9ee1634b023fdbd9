// Donors who pledge and a provider that reports, over HTTP, until stopped. Requests that are cut off are repeated; every
// acknowledgement is recorded, to be checked against the platform.
import { world } from '#lib/world';
import { client, provider, type Answer, type Client } from '#test/client';
import { aDraft } from '#test/fundraising';

/** A pledge that was answered 201, and what else was acknowledged about it. */
interface Promised {
  campaign_id: string;
  amount: number;
  isCancelled?: boolean;
  /** The sandbox has captured the money, and reports it. */
  isPaid?: boolean;
  /** A refund that was answered 202. */
  refund?: { refund_id: string; amount: number };
}

/** A webhook that was answered 200. */
interface Reported {
  payment_id: string;
  pledge_id: string;
  type: string;
  amount: number;
}

/** Everything that was acknowledged to the donors and the provider. */
export interface History {
  pledges: Map<string, Promised>;
  webhooks: Map<string, Reported>;
  /** Responses that must never come. */
  contradictions: string[];
}

export type Load = Awaited<ReturnType<typeof startLoad>>;

// Enough to keep two cores busy.
const DONORS = 24;
const CAMPAIGNS = 3;

/** `random` returns numbers in [0, 1). The load begins paused. */
export async function startLoad(url: string, secret: string, random: () => number) {
  const bank = provider(url, secret);
  const anyone = client(url);
  const owner = await anyone.register('Olga');
  const campaigns = await openCampaigns(owner);
  const history: History = { pledges: new Map(), webhooks: new Map(), contradictions: [] };
  const pace = pacer();
  const isOneIn = (n: number) => random() < 1 / n;

  /** Repeats a request until it is answered; one in eight is then sent again, and must be answered alike. */
  async function insist(ask: () => Promise<Answer>, wanted: number): Promise<Answer['body']> {
    const first = await pace.ask(ask, wanted);
    if (!isOneIn(8)) return first;
    const again = await pace.ask(ask, wanted);
    const [one, other] = [first, again].map((body) => JSON.stringify(body));
    if (one !== other) history.contradictions.push(`answered ${one}, and asked again ${other}`);
    return again;
  }

  async function pledge(donor: Client) {
    const campaign_id = campaigns[Math.floor(random() * CAMPAIGNS)]!;
    const wish = { campaign_id, amount: 100 + Math.floor(random() * 100) * 2, currency: 'EUR' };
    const key = { idempotency_key: world.newId() };
    const isGuest = isOneIn(8);
    const guest = { name: 'Gus', email: `${key.idempotency_key}@example.org` };
    const body = await insist(
      () =>
        isGuest
          ? anyone.post('/api/pledges', { ...wish, donor: guest }, key)
          : donor.post('/api/pledges', wish, key),
      201,
    );
    const { pledge_id, payment_url } = body as { pledge_id: string; payment_url: string };
    const promised: Promised = { ...wish };
    history.pledges.set(pledge_id, promised);
    pace.count();
    return { pledge_id, payment_url, promised, isGuest };
  }

  type Pledged = Awaited<ReturnType<typeof pledge>>;

  async function cancel(donor: Client, { pledge_id, promised }: Pledged) {
    const key = { idempotency_key: world.newId() };
    await insist(() => donor.post(`/api/pledges/${pledge_id}/cancel`, {}, key), 200);
    promised.isCancelled = true;
    pace.count();
  }

  /** The provider reports captures by itself; it does not know of requested refunds. */
  async function report({ pledge_id, payment_url, promised: { amount } }: Pledged) {
    const payment_id = await pace.until(payment_url, () => bank.open(payment_url));
    const [refund_id, dispute_id] = [`refund of ${payment_id}`, `dispute of ${payment_id}`];
    const facts = [
      { type: 'payment.authorized', amount },
      { type: 'payment.captured', amount },
    ];
    if (isOneIn(4)) facts.reverse();
    if (isOneIn(8)) facts.push({ type: 'payment.refunded', amount: amount / 2 });
    if (isOneIn(8)) {
      facts.push({ type: 'payment.disputed', amount: amount / 2 });
      if (isOneIn(2)) facts.push({ type: 'payment.dispute_won', amount: amount / 2 });
    }
    for (const fact of facts) {
      const webhook_id = world.newId();
      await insist(() => bank.report({ payment_id, refund_id, dispute_id, ...fact }, webhook_id), 200);
      history.webhooks.set(webhook_id, { payment_id, pledge_id, ...fact });
      pace.count();
    }
  }

  /** Captures at the sandbox; once that is known, the campaign's owner refunds half of it. */
  async function payAndRefund({ pledge_id, payment_url, promised }: Pledged) {
    const payment_id = await pace.until(payment_url, () => bank.open(payment_url));
    await pace.ask(() => anyone.post(`/sandbox/payments/${payment_id}/capture`, {}), 200);
    promised.isPaid = true;
    pace.count();
    const [key, amount] = [{ idempotency_key: world.newId() }, promised.amount / 2];
    await pace.until(`the capture of ${pledge_id}`, async () => {
      const { captured_amount } = await owner.call('pledges.get', { id: pledge_id });
      return captured_amount > 0 || undefined;
    });
    const refund = await insist(() => owner.post(`/api/pledges/${pledge_id}/refunds`, { amount }, key), 202);
    promised.refund = refund as { refund_id: string; amount: number };
    pace.count();
  }

  async function give(donor: Client) {
    while (!pace.isOver()) {
      const pledged = await pledge(donor);
      if (!pledged.isGuest && isOneIn(12)) await cancel(donor, pledged);
      else if (isOneIn(6)) await payAndRefund(pledged);
      else await report(pledged);
    }
  }

  const donors: Client[] = [];
  while (donors.length < DONORS) donors.push(await anyone.register());
  const giving = Promise.all(donors.map(give));
  // Reported by `finish`, or to the waiter for acknowledgements.
  giving.catch(pace.fail);

  return {
    history,
    /** After a failed test the donors stop. */
    abandon: () => pace.fail(new Error('The load was abandoned')),
    resume: pace.resume,
    pause: pace.pause,
    acknowledged: pace.counted,
    /** Resolves once everybody has finished what they began. */
    async finish(): Promise<void> {
      pace.end();
      pace.resume();
      await giving;
    },
  };
}

async function openCampaigns(owner: Client): Promise<string[]> {
  const drafts = await Promise.all(
    Array.from({ length: CAMPAIGNS }, () => owner.call('campaigns.create', aDraft())),
  );
  await Promise.all(drafts.map(({ id }) => owner.call('campaigns.publish', { id })));
  return drafts.map(({ id }) => id);
}

/** Lets requests pass while it is not paused, and counts acknowledgements. */
function pacer() {
  let isOver = false;
  let isPaused = true;
  let underWay = 0;
  let count = 0;
  let failure: Error | undefined;

  /** One attempt; undefined when it was cut off. */
  async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
    while (isPaused && !failure) await world.sleep(5);
    if (failure) throw failure;
    underWay++;
    try {
      return await ask();
    } catch (error) {
      if (isCutOff(error)) return undefined;
      throw error;
    } finally {
      underWay--;
    }
  }

  return {
    isOver: () => isOver,
    end: () => void (isOver = true),
    resume: () => void (isPaused = false),
    /** Resolves once no request is under way, and none begins. */
    async pause() {
      isPaused = true;
      while (underWay > 0) await world.sleep(5);
    },
    fail: (error: Error) => void (failure ??= error),
    count: () => void count++,
    /** Resolves after `n` more acknowledgements. */
    async counted(n: number) {
      for (const goal = count + n; count < goal; await world.sleep(1)) if (failure) throw failure;
    },
    /** Repeats a request until it is answered, other than by "unavailable"; throws when its status is not `wanted`. */
    async ask(ask: () => Promise<Answer>, wanted: number): Promise<Answer['body']> {
      for (;;) {
        const answer = await attempt(ask);
        if (answer?.status === wanted) return answer.body;
        if (answer && answer.status < 503)
          throw new Error(`Answered ${answer.status} ${JSON.stringify(answer.body)}`);
        await world.sleep(10);
      }
    },
    /** Repeats `ask` until there is an answer, 4,000 times at most. */
    async until<T>(what: string, ask: () => Promise<T>): Promise<T> {
      for (let times = 0; times < 4000; times++) {
        const found = await attempt(() => ask().catch(refused));
        if (found !== undefined) return found;
        await world.sleep(10);
      }
      throw new Error(`Asked for 4,000 times: ${what}`);
    },
  };
}

/** The error of fetch when the connection breaks or there is none. */
const isCutOff = (error: unknown) =>
  (error as Error).name === 'TypeError' && /^(fetch failed|terminated)$/.test((error as Error).message);

/** The payment of a new pledge does not exist at once, and nothing is found while the database is unavailable. */
function refused(error: Error): undefined {
  if (!/(leads nowhere|pledges\.get): (404|503|504)/.test(error.message)) throw error;
}
