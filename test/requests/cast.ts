// Who sends the requests, and how they come back when a request has signed them out, deleted them or taken a role from them.
import type { Result } from '#contracts';
import { addMs, world } from '#lib/world';
import { permissionsOf } from '#test/callers';
import { client } from '#test/client';
import { aDraft } from '#test/fundraising';
import { until } from '#test/platform';
import type { CallerName } from './caller-names.ts';
import type { HttpAnswer } from './http-request.ts';
import type { KnownValues } from './known-values.ts';

const STRANGERS: readonly CallerName[] = ['nobody', 'garbage'];

/** Everybody's: a request that knows an address can sign in. */
const PASSWORD = 'a word of the cast';
const DAY_MS = 86_400_000;

/** The callers by name. Nobody knows an account of theirs before it is whole: the requests go on meanwhile. */
export class Cast {
  readonly #url: string;
  readonly #operator_key: string;
  readonly #known: KnownValues;
  readonly #entering = new Map<CallerName, Promise<void>>();
  readonly #tokens = new Map<CallerName, string>([['garbage', 'a.b.c']]);

  constructor(url: string, operator_key: string, known: KnownValues) {
    this.#url = url;
    this.#operator_key = operator_key;
    this.#known = known;
    known.learn('password', PASSWORD);
  }

  tokenOf(name: CallerName): string | undefined {
    return this.#tokens.get(name);
  }

  /** Whether the platform does not know this caller any more who was signed in. */
  isSignedOut(name: CallerName, { status, body }: Pick<HttpAnswer, 'status' | 'body'>): boolean {
    return status === 401 && !STRANGERS.includes(name) && body.includes('SIGN_IN_REQUIRED');
  }

  /** Gives every caller a new account, and the two members a campaign, a pledge to it and a payment. */
  async enter(): Promise<void> {
    const [owner, donor] = [await this.#register('member'), await this.#register('other')];
    await this.#give(owner.access_token, donor.access_token);
    this.#show('member', owner);
    this.#show('other', donor);
    await this.enterAgain('admin');
  }

  /** Gives this caller a new account; admin and program together. Whoever asks meanwhile gets the same. */
  enterAgain(name: CallerName): Promise<void> {
    const who = name === 'program' ? 'admin' : name;
    const entering = this.#entering.get(who) ?? this.#enter(who).finally(() => this.#entering.delete(who));
    this.#entering.set(who, entering);
    return entering;
  }

  async #enter(name: CallerName): Promise<void> {
    const entered = await this.#register(name);
    if (name === 'admin') this.#tokens.set('program', await this.#makeProgram(entered));
    this.#show(name, entered);
  }

  #register(name: CallerName): Promise<Registered> {
    const account = { email: `${name}.${world.newId()}@example.org`, password: PASSWORD, name };
    return client(this.#url).call('auth.register', account);
  }

  #show(name: CallerName, { user, access_token, refresh_token }: Registered): void {
    this.#tokens.set(name, access_token);
    this.#known.learnAll(user, { path: '/api/users' });
    this.#known.learn('refresh_token', refresh_token);
  }

  /** Makes an admin of somebody, and a program with all that they may. What was just granted holds within a second. */
  async #makeProgram({ user, access_token }: Registered): Promise<string> {
    await client(this.#url, this.#operator_key).call('permissions.grant_role', {
      id: user.id,
      name: 'admin',
    });
    const wish = {
      name: 'a program',
      permissions: [...permissionsOf('admin')],
      expires_at: addMs(world.now(), DAY_MS),
    };
    const admin = client(this.#url, access_token);
    return (await until(() => admin.call('auth.create_access_token', wish).catch(() => null))).token;
  }

  /** One gives to the campaign of the other. */
  async #give(owner_token: string, donor_token: string): Promise<void> {
    const [owner, donor] = [client(this.#url, owner_token), client(this.#url, donor_token)];
    const campaign = await owner.call('campaigns.create', aDraft());
    await owner.call('campaigns.publish', { id: campaign.id });
    const wish = { campaign_id: campaign.id, amount: 2500, currency: 'EUR' };
    const key = { idempotency_key: world.newId() };
    // Pledges hear of the campaign a moment later.
    const pledge = await until(() => donor.call('pledges.create', wish, key).catch(() => null));
    const { headers } = await donor.get(new URL(pledge.payment_url).pathname);
    this.#known.learnAll(campaign, { path: '/api/campaigns' });
    this.#known.learnAll({ ...pledge, beneficiary: `campaign:${campaign.id}` }, { path: '/api/pledges' });
    this.#known.learnLinks(headers.get('location') ?? '');
  }
}

type Registered = Result<'auth.register'>;
