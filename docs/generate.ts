// Writes the documents that follow from the code: `npm run docs`.
import { errors, type ErrorCode } from '#contracts';
import { loadServices } from '#lib/services';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routesAnswering } from '../services/platform/gateway/problem-pages.ts';
import { problemPath } from '../services/platform/gateway/problem-path.ts';
import { routesOf } from '../services/platform/gateway/routes.ts';
import { mapDocument } from './map.ts';

/** The text of each generated document, by its file's name in docs/. */
export const documents = async (): Promise<Record<string, string>> => ({
  'errors.md': errorsDocument(),
  'map.md': mapDocument(await loadServices(null)),
});

function errorsDocument(): string {
  const codes = Object.keys(errors) as ErrorCode[];
  const byStatus = Map.groupBy(codes.sort(), (code) => errors[code].status);
  const sections = [...byStatus]
    .sort(([a], [b]) => a - b)
    .flatMap(([status, codes]) => [`## ${status}`, ...codes.flatMap(sectionOf)]);
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

const HEAD = `# Errors

<!-- Generated from contracts/ by \`npm run docs\`: change it there. -->

Every refusal is a problem document (RFC 9457). Its \`code\` is stable, its \`type\` links to a page about it on the platform
(\`/problems\` lists them), and its \`detail\` says what the caller can do.`;

const routes = routesOf(undefined, { disabled_services: [] });

function sectionOf(code: ErrorCode): string[] {
  const { title, remedy } = errors[code];
  return [`### \`${code}\``, `${title}. ${remedy}`, `\`${problemPath(code)}\`. ${answeredBy(code)}`];
}

// More are read on the page.
const LISTED = 12;

function answeredBy(code: ErrorCode): string {
  const answering = routesAnswering(code, routes);
  if (answering === null) return 'All routes may answer it.';
  if (answering.length > LISTED) return 'Many routes may answer it: that page lists them.';
  if (answering.length === 0)
    return 'No contracted route answers it by itself: it is about the request as a whole.';
  return `Answered by ${answering.map((route) => `\`${route}\``).join(', ')}.`;
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await documents()))
    await writeFile(join(import.meta.dirname, name), text);
}
