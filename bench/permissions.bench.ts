// Whether a caller may do something, against casbin: the same roles, the same grants, the same answers, in the same run.
import { builtInRoles } from '#contracts/identity/roles';
import { permissionNames } from '#contracts/permissions';
import type { Permission } from '#contracts';
import { may, type Caller } from '#lib/caller';
import { newEnforcer, newModelFromString, StringAdapter, type Enforcer } from 'casbin';
import { effective, withDefault, type Held } from '../services/identity/permissions/role.rules.ts';
import { record } from './kit.ts';

const USERS = 100;
const QUESTIONS = 2000;
const OURS = 2_000_000;
const EVERYWHERE = '*';
const AT = new Date().toISOString();

const MODEL = `
[request_definition]
r = sub, on, act
[policy_definition]
p = sub, act
[role_definition]
g = _, _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && (g(r.sub, p.sub, "${EVERYWHERE}") || g(r.sub, p.sub, r.on))`;

interface Question {
  user_id: string;
  permission: Permission;
  resource: string;
}

export default async function permissions(): Promise<void> {
  const roles = new Map(
    builtInRoles.map((role) => [role.name as string, { ...role, built_in: true } as never]),
  );
  const grants = new Map(Array.from({ length: USERS }, (_, i) => [`user-${i}`, grantsOf(i)]));
  const callers = new Map(
    [...grants].map(([user_id, held]): [string, Caller] => [
      user_id,
      {
        user_id,
        ...effective(roles, withDefault(held.map((grant) => ({ ...grant, revoked_at: null }))), AT),
      },
    ]),
  );
  const casbin = await enforcerOf(grants);
  const questions = Array.from({ length: QUESTIONS }, (_, i): Question => ({
    user_id: `user-${i % USERS}`,
    permission: permissionNames[(i * 7) % permissionNames.length]!,
    resource: `campaign:${i % 5}`,
  }));
  const ours = ({ user_id, permission, resource }: Question) =>
    may(callers.get(user_id), permission, resource);
  const theirs = ({ user_id, permission, resource }: Question) =>
    casbin.enforceSync(user_id, resource, permission);
  const allowed = questions.filter((question) => {
    if (ours(question) !== theirs(question)) throw new Error(`They differ: ${JSON.stringify(question)}`);
    return ours(question);
  }).length;

  const rounds = Array.from({ length: 3 }, () => ({
    ours: nsOf(ours, questions, OURS),
    theirs: nsOf(theirs, questions, QUESTIONS),
  }));
  const lines = rounds.map(
    (round) =>
      `| ${round.ours.toFixed(1)} | ${round.theirs.toFixed(0)} | ${(round.theirs / round.ours).toFixed(0)} |`,
  );
  await record(
    'permissions',
    `${QUESTIONS} questions about ${USERS} users with the built-in roles, ${allowed} of them allowed, answered alike by both.

| may(…) ns | casbin enforceSync ns | casbin ÷ ours |\n|---|---|---|\n${lines.join('\n')}`,
  );
}

/** Each has something else: a role everywhere, one on a campaign, one that has ended, or nothing but what everybody has. */
function grantsOf(i: number): Held[] {
  const { name } = builtInRoles[i % builtInRoles.length]!;
  return [
    ...(i % 3 === 0 ? [{ role: name, resource: null, expires_at: null }] : []),
    ...(i % 4 === 0 ? [{ role: 'organiser', resource: `campaign:${i % 5}`, expires_at: null }] : []),
    ...(i % 5 === 0 ? [{ role: 'support', resource: null, expires_at: AT }] : []),
  ];
}

async function enforcerOf(grants: ReadonlyMap<string, Held[]>): Promise<Enforcer> {
  const lines = [
    ...builtInRoles.flatMap(({ name, permissions, inherits }) =>
      [
        ...permissions,
        ...inherits.flatMap((other) => builtInRoles.find((it) => it.name === other)!.permissions),
      ].map((permission) => `p, ${name}, ${permission}`),
    ),
    ...[...grants].flatMap(([user_id, held]) => [
      `g, ${user_id}, member, ${EVERYWHERE}`,
      ...held
        .filter(({ expires_at }) => expires_at === null)
        .map(({ role, resource }) => `g, ${user_id}, ${role}, ${resource ?? EVERYWHERE}`),
    ]),
  ];
  return newEnforcer(newModelFromString(MODEL), new StringAdapter([...new Set(lines)].join('\n')));
}

/** Of one question, in nanoseconds. */
function nsOf(
  answer: (question: Question) => boolean,
  questions: readonly Question[],
  times: number,
): number {
  let allowed = 0;
  const began = performance.now();
  for (let i = 0; i < times; i++) if (answer(questions[i % questions.length]!)) allowed++;
  const ns = ((performance.now() - began) * 1e6) / times;
  if (allowed === 0) throw new Error('Nothing was allowed');
  return ns;
}
