// `npm run new`: writes what a new service or action consists of.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planAction } from './action.ts';
import { Plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import { planService } from './service.ts';

const USAGE = `npm run new -- service <system>/<name> [--entity <what it keeps>]
npm run new -- action <service>.<verb> "<What it does.>" [--entity <which actor>]

docs/adding-a-service.md says what each file is for.`;

/** Returns the exit code: 2, and nothing is written, for what can't be. */
export async function main(argv: string[], root = join(import.meta.dirname, '../..')): Promise<0 | 2> {
  try {
    const { written, next } = await run(argv, root);
    process.stdout.write(`${written.join('\n')}\n\nNext:\n  ${next.join('\n  ')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function run(argv: string[], root: string): Promise<{ written: string[]; next: string[] }> {
  const { words, entity } = parse(argv);
  const [kind, name, summary] = words;
  const plan = new Plan(root);
  if (kind === 'service' && words.length <= 2) {
    const next = await planService(plan, root, name, entity);
    return { written: await plan.write(), next };
  }
  if (kind === 'action' && words.length <= 3) {
    const next = await planAction(plan, root, name, summary, entity);
    return { written: await plan.write(), next };
  }
  throw new Refusal(USAGE);
}

function parse(argv: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      options: { entity: { type: 'string' } },
      allowPositionals: true,
    });
    return { words: positionals, entity: values.entity };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
