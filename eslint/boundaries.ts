import { posix } from 'node:path';
import type { Rule } from 'eslint';
import { resolve } from './resolve.ts';

/** One import. `file` and targets of the repository are paths from the root; other targets are names: `pg`, `node:fs`. */
export interface Import {
  file: string;
  target: string;
  /** The values imported by name; empty for a default, a namespace, `export *` and `import()`. */
  names: readonly string[];
  /** Types are gone when the code runs, so that they do no I/O. `import { type A }` still loads the module. */
  typeOnly: boolean;
}

interface Boundary {
  message: string;
  crossedBy(it: Import): boolean;
}

const GATEWAY = 'services/platform/gateway/';

/** What rules may import of lib and mixins: all of a file (`'*'`), or these names. The rest may do I/O. */
const COMPUTES: Readonly<Record<string, '*' | readonly string[]>> = {
  'lib/caller.ts': '*',
  'lib/errors.ts': '*',
  'lib/lifecycle.ts': '*',
  'lib/mail-address.ts': '*',
  'lib/money.ts': '*',
  'lib/world.ts': ['addMs', 'uuidv5'],
  'mixins/actors/decision.ts': '*',
};

/** Every path that a boundary names; a test holds that each exists. */
export const NAMED_PATHS: readonly string[] = [GATEWAY, ...Object.keys(COMPUTES)];

/** Packages that rules may import, with what they may import of them. */
const COMPUTING_PACKAGES: typeof COMPUTES = {
  xstate: '*',
  '@sinclair/typebox': '*',
  // A signature is computed from what it signs and a secret.
  'node:crypto': ['createHash', 'createHmac', 'timingSafeEqual'],
};

const RANDOM = ['getRandomValues', 'randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID'];

const isTest = (file: string) => /(\.test|[./]fixtures?)\.ts$|^(test|bench)\//.test(file);

/** What is to be pure says so in its name. */
export const isRules = (file: string): boolean =>
  /^(services\/.+\.rules|machines\/.+)\.ts$/.test(file) && !isTest(file);

/** services/<system>/<name> of a path in it; a file that lies in no service's folder is a room by itself. */
const roomOf = (path: string) =>
  path.startsWith('services/') ? (/^services\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0] ?? path) : undefined;

const sharedBy = (room: string) => posix.join(posix.dirname(room), 'shared');

function leavesItsRoom({ file, target }: Import): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === undefined || to === undefined) return false;
  return to !== from && to !== sharedBy(from);
}

function doesIo({ target, names }: Import): boolean {
  if (target.startsWith('services/')) return !isRules(target);
  if (/^(contracts|machines)\//.test(target)) return false;
  const parts = COMPUTES[target] ?? COMPUTING_PACKAGES[target];
  if (parts === undefined) return true;
  return parts !== '*' && (names.length === 0 || names.some((name) => !parts.includes(name)));
}

const boundaries: Boundary[] = [
  {
    message:
      'A service imports no other service, and of shared/ only that of its own system, which imports no service: ' +
      'services meet in contracts/. Call its action or subscribe to its message.',
    crossedBy: leavesItsRoom,
  },
  {
    message: 'Services are loaded from disk, by lib/services.ts: what all share knows none of them.',
    crossedBy: ({ file, target }) =>
      /^(lib|mixins|machines|contracts|eslint)\//.test(file) &&
      !isTest(file) &&
      target.startsWith('services/'),
  },
  {
    message: 'lib/ is the ground floor: it imports no mixins. Move what it needs into lib/.',
    crossedBy: ({ file, target }) => /^lib\//.test(file) && !isTest(file) && /^mixins\//.test(target),
  },
  {
    message: 'Rules do no I/O: take what is needed as an argument, decide, and return a Decision.',
    crossedBy: (it) => isRules(it.file) && !it.typeOnly && doesIo(it),
  },
  {
    message: 'Contracts import contracts and typebox only: everybody reads them, clients too.',
    crossedBy: ({ file, target }) =>
      /^contracts\//.test(file) && !isTest(file) && !/^contracts\/|^@sinclair\/typebox(\/|$)/.test(target),
  },
  {
    message: `Moleculer is known to lib/ and ${GATEWAY} only: import from #lib/service instead.`,
    crossedBy: ({ file, target }) =>
      /^(services|machines|mixins|contracts)\//.test(file) &&
      !file.startsWith(GATEWAY) &&
      !isTest(file) &&
      /^moleculer(-|\/|$)/.test(target),
  },
  {
    message: 'Code that runs in production imports nothing of test/ or bench/.',
    crossedBy: ({ file, target }) => !isTest(file) && !/\.config\.ts$/.test(file) && isTest(target),
  },
  {
    message: 'Timers come from lib/world.ts (world.sleep), so that a simulation can own time.',
    crossedBy: ({ file, target, names }) =>
      /^(node:)?timers(\/promises)?$/.test(target) &&
      !/^(lib|bench)\//.test(file) &&
      // Tests may let the event loop turn; that is no sleep.
      !(isTest(file) && names.length > 0 && names.every((name) => name === 'setImmediate')),
  },
  {
    message:
      'Ids and randomness come from lib/world.ts (world.newId, world.newSecret), so that a simulation can own them.',
    crossedBy: ({ file, target, names }) =>
      /^(node:)?crypto$/.test(target) &&
      !/^lib\//.test(file) &&
      !isTest(file) &&
      names.some((name) => RANDOM.includes(name)),
  },
  {
    message: 'process is a global; and its env is read in config.ts only.',
    crossedBy: ({ target }) => /^(node:)?process$/.test(target),
  },
];

/** Why this import crosses a boundary; undefined if it crosses none. */
const crossing = (it: Import): string | undefined =>
  boundaries.find((boundary) => boundary.crossedBy(it))?.message;

interface Specifier {
  imported?: { name?: string };
  local?: { name?: string };
  importKind?: string;
  exportKind?: string;
}

interface ImportLike {
  type: string;
  source?: { value?: unknown } | null;
  specifiers?: Specifier[];
  importKind?: string;
  exportKind?: string;
}

/** ESLint rule: an import, re-export or `import()` that crosses a boundary is an error that says what to do instead. */
export const boundariesRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'));
    const check = (node: Rule.Node) => {
      const found = importOf(file, node as unknown as ImportLike);
      const message = found && crossing(found);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const isType = (it: { importKind?: string; exportKind?: string }) =>
  it.importKind === 'type' || it.exportKind === 'type';

function importOf(file: string, node: ImportLike): Import | undefined {
  const isDynamic = node.type === 'ImportExpression';
  // The name of an import that is computed is known to nobody: it may be anything.
  const specifier = node.source?.value ?? (isDynamic ? 'computed' : undefined);
  if (typeof specifier !== 'string') return undefined;
  return {
    file,
    target: resolve(file, specifier),
    // In a re-export the imported name is `local`.
    names: (node.specifiers ?? [])
      .filter((it) => !isType(it))
      .flatMap((it) => it.imported?.name ?? (it.exportKind && it.local?.name) ?? []),
    typeOnly: isType(node) || node.type === 'TSImportType',
  };
}
