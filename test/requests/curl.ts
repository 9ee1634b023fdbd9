import type { HttpRequest } from './http-request.ts';

/** The request as a command for a shell. */
export function curl(url: string, { method, target, headers, body }: HttpRequest): string {
  const words = [
    ['-i', '-X', method, `${url}${target}`],
    ...Object.entries(headers)
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => ['-H', `${name}: ${value}`]),
    ...(body === undefined ? [] : [['--data-binary', body]]),
  ];
  return ['curl', ...words.flat().map(quoted)].join(' ');
}

const quoted = (word: string) =>
  /^[\w./:-]+$/.test(word) && word.length < LONG
    ? word
    : `'${word.replaceAll("'", `'\\''`).replaceAll(REPEATED, printed)}'`;

const LONG = 200;
// A shell writes them itself.
const REPEATED = /([^']{1,40}?)\1{99,}/g;
const printed = (run: string, part: string) =>
  `'"$(printf '${part.replaceAll('%', '%%')}%.0s' $(seq ${run.length / part.length}))"'`;
