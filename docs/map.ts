// The map of services and messages, as Markdown: who publishes what, and who subscribes to it.
import { actions, messages, publishedBy, type ActionContract, type MessageName } from '#contracts';
import type { ServiceDefinition } from '#lib/service';
import { subscribersOf } from '#lib/services';
import { relative } from 'node:path';

const ROOT = new URL('..', import.meta.url).pathname;

export function mapDocument(services: readonly ServiceDefinition[]): string {
  const blocks = [HEAD, '## Services', ...services.flatMap(serviceOf), '## Messages', messagesOf(services)];
  return `${blocks.join('\n\n')}\n`;
}

const HEAD = `# Map of services and messages

<!-- Generated from contracts/ and services/ by \`npm run docs\`: change it there. -->

A running platform publishes the same as \`/openapi.json\` and \`/asyncapi.json\`, with every schema.`;

function serviceOf({ name, folder, subscriptions, timers }: ServiceDefinition): string[] {
  const facts: [string, string[]][] = [
    ['Publishes', publishedBy(name)],
    ['Subscribes to', subscriptions.map(({ message }) => message)],
    ['Timers', timers],
    ['Routes', routesOf(name)],
  ];
  const lines = facts
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `- ${what}: ${codes(names)}`);
  const place = `\`${relative(ROOT, folder!)}/\``;
  return [`### ${name}`, lines.length > 0 ? `${place}\n\n${lines.join('\n')}` : place];
}

const routesOf = (service: string) =>
  Object.entries(actions as Record<string, ActionContract>)
    .filter(([action]) => action.startsWith(`${service}.`))
    .flatMap(([, { route }]) => route ?? []);

function messagesOf(services: readonly ServiceDefinition[]): string {
  const subscribers = subscribersOf(services);
  const rows = services.flatMap(({ name }) =>
    publishedBy(name).map((message) => rowOf(name, message, subscribers[message] ?? [])),
  );
  return table([['message', 'publisher', 'key', 'subscribers', 'what has happened'], ...rows]);
}

function rowOf(publisher: string, message: MessageName, subscribers: string[]): string[] {
  const { key, summary } = messages[message];
  return [codes([message]), publisher, codes([key]), subscribers.sort().join(', '), summary];
}

const codes = (names: string[]) => names.map((name) => `\`${name}\``).join(', ');

/** As prettier lays it out: columns as wide as their widest cell. */
function table([head, ...rows]: string[][]): string {
  const widths = head!.map((_, i) => Math.max(...[head!, ...rows].map((row) => row[i]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [head!, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}
