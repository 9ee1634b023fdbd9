// Donors who pledge and a provider who reports, over HTTP, until told to end. What is cut off they ask for again; and
// they write down what they were told, to hold the platform to it.
import { world } from '#lib/world';
import { client, provider, type Answer, type Client } from '#test/client';
import { aDraft } from '#test/fundraising';

/** A pledge that was answered 201. */
interface Promised {
  campaign_id: string;
  amount: number;
}

/** A webhook that was answered 200. */
interface Reported {
  payment_id: string;
  pledge_id: string;
  type: string;
  amount: number;
}

/** All that the donors and the provider were told. */
export interface History {
  pledges: Map<string, Promised>;
  webhooks: Map<string, Reported>;
  /** Answers that no platform may give. */
  contradictions: string[];
}

export type Load = Awaited<ReturnType<typeof startLoad>>;

// As many keep two cores busy.
const DONORS = 24;
const CAMPAIGNS = 3;

/** `random` gives numbers in [0, 1). The load begins paused. */
export async function startLoad(url: string, secret: string, random: () => number) {
  const bank = provider(url, secret);
  const campaigns = await openCampaigns(url);
  const history: History = { pledges: new Map(), webhooks: new Map(), contradictions: [] };
  const pace = pacer();
  const isOneIn = (n: number) => random() < 1 / n;

  /** Asks until there is an answer; one in eight is then asked for again, and must be answered alike. */
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
    const idempotency_key = world.newId();
    const body = await insist(() => donor.post('/api/pledges', wish, { idempotency_key }), 201);
    const { pledge_id, payment_url } = body as { pledge_id: string; payment_url: string };
    history.pledges.set(pledge_id, wish);
    pace.count();
    return { pledge_id, payment_url, ...wish };
  }

  async function pay({ pledge_id, payment_url, amount }: Awaited<ReturnType<typeof pledge>>) {
    const payment_id = await pace.until(payment_url, () => bank.open(payment_url));
    const refund_id = `refund of ${payment_id}`;
    const facts = [
      { type: 'payment.authorized', amount },
      { type: 'payment.captured', amount },
    ];
    if (isOneIn(4)) facts.reverse();
    if (isOneIn(8)) facts.push({ type: 'payment.refunded', amount: amount / 2 });
    for (const fact of facts) {
      const webhook_id = world.newId();
      await insist(() => bank.report({ payment_id, refund_id, ...fact }, webhook_id), 200);
      history.webhooks.set(webhook_id, { payment_id, pledge_id, ...fact });
      pace.count();
    }
  }

  async function give(donor: Client) {
    while (!pace.isOver()) await pay(await pledge(donor));
  }

  const donors: Client[] = [];
  while (donors.length < DONORS) donors.push(await client(url).register());
  const giving = Promise.all(donors.map(give));
  // Heard by `finish`, or by whoever waits for acknowledgements.
  giving.catch(pace.fail);

  return {
    history,
    /** Where a test has failed: the donors give up. */
    abandon: () => pace.fail(new Error('The load was abandoned')),
    resume: pace.resume,
    pause: pace.pause,
    acknowledged: pace.counted,
    /** Resolves once all have ended what they had begun. */
    async finish(): Promise<void> {
      pace.end();
      pace.resume();
      await giving;
    },
  };
}

async function openCampaigns(url: string): Promise<string[]> {
  const owner = await client(url).register('Olga');
  const drafts = await Promise.all(
    Array.from({ length: CAMPAIGNS }, () => owner.call('campaigns.create', aDraft())),
  );
  await Promise.all(drafts.map(({ id }) => owner.call('campaigns.publish', { id })));
  return drafts.map(({ id }) => id);
}

/** Lets requests pass while it is not paused, and counts what was acknowledged. */
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
    /** Resolves once `n` more were acknowledged. */
    async counted(n: number) {
      for (const goal = count + n; count < goal; await world.sleep(1)) if (failure) throw failure;
    },
    /** Asks until it is answered, and not that the platform can't now; throws when it is not answered `wanted`. */
    async ask(ask: () => Promise<Answer>, wanted: number): Promise<Answer['body']> {
      for (;;) {
        const answer = await attempt(ask);
        if (answer?.status === wanted) return answer.body;
        if (answer && answer.status < 503)
          throw new Error(`Answered ${answer.status} ${JSON.stringify(answer.body)}`);
        await world.sleep(10);
      }
    },
    /** Asks until it is no longer refused, but for 1,000 times at most: what is promised comes. */
    async until<T>(what: string, ask: () => Promise<T>): Promise<T> {
      for (let refusals = 0; refusals < 1000; await world.sleep(5)) {
        const found = await attempt(() => ask().catch(refused));
        if (found === refusal) refusals++;
        else if (found !== undefined) return found;
      }
      throw new Error(`Refused a thousand times: ${what}`);
    },
  };
}

/** What fetch throws when the connection breaks or there is none. */
const isCutOff = (error: unknown) =>
  (error as Error).name === 'TypeError' && /^(fetch failed|terminated)$/.test((error as Error).message);

const refusal = Symbol('refused');

/** The payment of a new pledge is not there at once, and nothing is while the database is away. */
function refused(error: Error): typeof refusal {
  if (!/leads nowhere: (404|503|504)$/.test(error.message)) throw error;
  return refusal;
}
