import { parseArgs } from 'node:util';

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const options = {
  url: text,
  token: text,
  service: text,
  payment: text,
  outcome: text,
  amount: text,
  limit: text,
  campaign: text,
  format: text,
  from: text,
  to: text,
  json: flag,
  all: flag,
  show: flag,
  help: { ...flag, short: 'h' },
} as const;

/** The words of a command line, and its options. Throws an Error that names an unknown option. */
export function asks(argv: string[]) {
  const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
  return { words: positionals, options: values };
}

export type Asked = ReturnType<typeof asks>;
export type Options = Asked['options'];
