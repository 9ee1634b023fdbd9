// The sample data of a first start: created once, through the platform's own actions, when it is ready.
import type { Config } from '#config';
import { settingsOf } from '#lib/broker';
import { codeOf } from '#lib/errors';
import { derive } from '#lib/postgres/secrets';
import type { Permission } from '#contracts';
import { builtInRoles } from '#contracts/identity/roles';
import { permissionNames } from '#contracts/permissions';
import type { Caller } from '#lib/caller';
import type { Broker } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsTo, unlessDone, type Call } from './calls.ts';
import { campaigns, type DemoCampaign } from './campaigns.ts';
import { pledge } from './paying.ts';
import { emailOf, pledgesFor, users, type DemoPledge } from './pledges.ts';

/** Where to look. */
export interface Demo {
  campaigns: number;
  pledges: number;
  email: string;
  password: string;
  campaign_id: string;
  /** Of a pledge that waits for its donor. */
  payment_url: string;
}

/** Reports the progress, in pledges. */
export type Progress = (done: number, of: number) => void;

/**
 * Creates the demo's data in a platform without any: with the embedded Postgres and the sandbox, where emails stay on this
 * machine. The next start completes an interrupted demo; nothing is created twice. Undefined where there was nothing to do,
 * or it was aborted.
 */
export async function makeDemo(
  broker: Broker,
  config: Config,
  { progress, signal }: { progress: Progress; signal: AbortSignal },
): Promise<Demo | undefined> {
  if (!mayHaveDemo(config)) return undefined;
  const record = join(config.data_dir, 'demo');
  const call = callsTo(broker);
  const state = await readFile(record, 'utf8').catch(() => 'none');
  if (state === 'made' || (state === 'none' && (await hasCampaigns(call)))) return undefined;
  await writeFile(record, 'begun');
  const demo = await make(call, settingsOf(broker).operator_key!, progress, signal);
  if (demo) await writeFile(record, 'made');
  return demo;
}

const mayHaveDemo = ({ database_url, database_urls, services, sandbox, payment_provider, mail }: Config) =>
  database_url === null &&
  Object.keys(database_urls).length === 0 &&
  services === null &&
  sandbox &&
  payment_provider === 'sandbox' &&
  mail.smtp_url === null;

const callerWith = (user_id: string, permissions: readonly Permission[]): Caller => ({
  user_id,
  permissions: new Set(permissions),
  scoped: new Map(),
});

const admin = callerWith(uuidv5('the demo'), permissionNames);
const memberOf = (user_id: string) =>
  callerWith(user_id, builtInRoles.find(({ name }) => name === 'member')!.permissions);

const hasCampaigns = async (call: Call) =>
  (await call('campaigns.list', { limit: 1 }, { caller: admin })).data.length > 0;

async function make(
  call: Call,
  secret: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Demo | undefined> {
  // Not guessable, and the same at the next start.
  const passwordOf = (name: string) => derive(secret, `demo account ${name}`).slice(0, 20);
  const callers = await Promise.all(users.map((name) => sign(call, name, passwordOf(name))));
  const callerOf = (name: string) => callers[users.findIndex((user) => user === name)]!;
  const open = await Promise.all(campaigns.map((each, i) => draft(call, each, i, callerOf(each.owner))));
  const plan = pledgesFor(campaigns);
  let done = 0;
  progress(done, plan.length);
  let payment_url: string | undefined;
  await eachOf(plan, signal, async (wanted) => {
    const donor = wanted.guest ? undefined : callers[wanted.user]!;
    const made = await pledge({ call, campaign: open[wanted.campaign]!, donor }, wanted);
    if (wanted.campaign === 0 && wanted.outcome === 'pending') payment_url ??= made?.payment_url;
    progress(++done, plan.length);
  });
  if (signal.aborted) return undefined;
  await Promise.all(campaigns.map((each, i) => end(call, each, open[i]!, i)));
  const [first] = open;
  return {
    campaigns: campaigns.length,
    pledges: plan.length,
    campaign_id: first!.id,
    payment_url: payment_url!,
    email: emailOf(users[0]),
    password: passwordOf(users[0]),
  };
}

/** An account of the demo, new or existing. */
async function sign(call: Call, name: string, password: string): Promise<Caller> {
  const email = emailOf(name);
  try {
    const { user } = await call('auth.register', {
      email,
      password,
      name: name[0]!.toUpperCase() + name.slice(1),
    });
    return memberOf(user.id);
  } catch (error) {
    if (codeOf(error) !== 'EMAIL_TAKEN') throw error;
    const { access_token } = await call('auth.login', { email, password });
    const claims = Buffer.from(access_token.split('.')[1]!, 'base64url').toString();
    return memberOf((JSON.parse(claims) as { sub: string }).sub);
  }
}

interface Open {
  id: string;
  currency: string;
  owner: Caller;
}

async function draft(call: Call, wanted: DemoCampaign, i: number, owner: Caller): Promise<Open> {
  const { title, description, goal_amount, currency } = wanted;
  const params = { title, description, goal_amount, currency };
  const { id } = await call('campaigns.create', params, { caller: owner, key: `demo-${i}` });
  if (wanted.ends !== 'never published')
    await unlessDone(call('campaigns.publish', { id }, { caller: owner, key: `demo-${i}` }));
  return { id, currency, owner };
}

async function end(
  call: Call,
  { ends }: DemoCampaign,
  { id, owner: caller }: Open,
  i: number,
): Promise<void> {
  const act = { caller, key: `demo-end-${i}` };
  if (ends === 'closed') await unlessDone(call('campaigns.close', { id }, act));
  if (ends === 'cancelled') await unlessDone(call('campaigns.cancel', { id }, act));
}

// Enough to keep the group commits full, and to leave the platform responsive to others.
const AT_ONCE = 16;

/** Resolves when all is done, or aborted. */
async function eachOf(plan: DemoPledge[], signal: AbortSignal, work: (wanted: DemoPledge) => Promise<void>) {
  const left = plan.values();
  const workOff = async () => {
    for (const wanted of left) {
      if (signal.aborted) return;
      await work(wanted);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
}
