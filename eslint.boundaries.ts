import { posix } from 'node:path';
import type { Rule } from 'eslint';

/** One import. `file` and in-house targets are paths from the root; other targets are names: `pg`, `node:fs`. */
export interface Import {
  file: string;
  target: string;
  /** What is imported by name; empty for a default, a namespace, `export *` and `import()`. */
  names: readonly string[];
  /** Types are gone when the code runs, so that they do no I/O. */
  typeOnly: boolean;
}

interface Boundary {
  message: string;
  crossedBy(it: Import): boolean;
}

const isTest = (file: string) => /(\.test|[./]fixtures?)\.ts$|^(test|bench)\//.test(file);
const serviceOf = (path: string) => /^services\/[^/]+\/([^/]+)\//.exec(path)?.[1];

// What is to be pure says so in its name.
const isRules = (file: string) => /^(services\/.+\.rules|machines\/.+)\.ts$/.test(file) && !isTest(file);

// Parts of lib that reach the world, which rules keep away from; the rest of lib computes.
const REACHES_THE_WORLD =
  /^lib\/(postgres\/.*|broker|database|mesh|metrics|node|service|spare-thread|supervisor|worker|worker-pool)\.ts$/;

function doesIo({ target, names }: Import): boolean {
  if (/^services\//.test(target)) return !isRules(target);
  if (/^mixins\//.test(target)) return target !== 'mixins/actors/decision.ts';
  if (target === 'lib/world.ts') return names.length === 0 || names.includes('world');
  if (/^lib\//.test(target)) return REACHES_THE_WORLD.test(target);
  return !/^(contracts|machines)\/|^(xstate|@sinclair\/typebox)(\/|$)/.test(target);
}

const RANDOM = ['getRandomValues', 'randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID'];

const boundaries: Boundary[] = [
  {
    message:
      'A service imports no other service: they meet in contracts/. Call its action or hear its message.',
    crossedBy: ({ file, target }) =>
      Boolean(serviceOf(file) && serviceOf(target) && serviceOf(file) !== serviceOf(target)),
  },
  {
    message:
      'Only lib/node.ts and the programs at the root load services: what all share knows none of them.',
    crossedBy: ({ file, target }) =>
      /^(lib|mixins|machines|contracts)\//.test(file) &&
      file !== 'lib/node.ts' &&
      !isTest(file) &&
      serviceOf(target) !== undefined,
  },
  {
    message: 'lib/ is the ground floor: it imports no mixins. Move what it needs into lib/.',
    crossedBy: ({ file, target }) =>
      /^lib\//.test(file) && file !== 'lib/node.ts' && !isTest(file) && /^mixins\//.test(target),
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
    message:
      'Moleculer is known to lib/ and services/platform/gateway only: import from #lib/service instead.',
    crossedBy: ({ file, target }) =>
      /^(services|machines|mixins|contracts)\//.test(file) &&
      !/^services\/platform\/gateway\//.test(file) &&
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

/** Why this import crosses a boundary of the house; undefined if it crosses none. */
export const crossing = (it: Import): string | undefined =>
  boundaries.find((boundary) => boundary.crossedBy(it))?.message;

interface Specifier {
  imported?: { name?: string };
  local?: { name?: string };
  importKind?: string;
  exportKind?: string;
}

interface ImportLike {
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
    };
  },
};

function importOf(file: string, node: ImportLike): Import | undefined {
  if (typeof node.source?.value !== 'string') return undefined;
  const specifiers = node.specifiers ?? [];
  const isType = (it: { importKind?: string; exportKind?: string }) =>
    it.importKind === 'type' || it.exportKind === 'type';
  return {
    file,
    target: targetOf(file, node.source.value),
    // In a re-export the imported name is `local`.
    names: specifiers.flatMap((it) => it.imported?.name ?? (it.exportKind && it.local?.name) ?? []),
    typeOnly: isType(node) || (specifiers.length > 0 && specifiers.every(isType)),
  };
}

/** `#contracts` and relative paths become paths from the root, as package.json's `imports` has them. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  if (specifier === '#contracts') return 'contracts/index.ts';
  return specifier.startsWith('#') ? `${specifier.slice(1)}.ts` : specifier;
}
