// The description of the messages, in AsyncAPI 3.0: their publishers and their subscribers.
import { messages, publishedBy, serviceNames, type MessageContract, type MessageName } from '#contracts';

/** The document as JSON. `subscribers` are the services that subscribe to each message. */
export function asyncapi(subscribers: Readonly<Record<string, readonly string[]>>): string {
  const names = Object.keys(messages) as MessageName[];
  const all = <T>(entryOf: (name: MessageName) => T) =>
    Object.fromEntries(names.map((name) => [name, entryOf(name)]));
  const operations = [
    ...serviceNames.flatMap((service) =>
      publishedBy(service).map((name) => operation('send', service, name)),
    ),
    ...names.flatMap((name) =>
      (subscribers[name] ?? []).map((service) => operation('receive', service, name)),
    ),
  ];
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: {
      title: 'Commonweal',
      version: '1',
      description:
        'The messages that services publish. Each reaches every subscriber at least once, and takes effect once; messages with one key arrive in order.',
    },
    defaultContentType: 'application/json',
    channels: all((name) => ({
      address: name,
      messages: { [name]: { $ref: `#/components/messages/${name}` } },
    })),
    operations: Object.fromEntries(operations),
    components: { messages: all(description) },
  });
}

const operation = (action: 'send' | 'receive', service: string, name: MessageName) =>
  [
    `${service}.${action}.${name}`,
    {
      action,
      channel: { $ref: `#/channels/${name}` },
      messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
      tags: [{ name: service }],
    },
  ] as const;

function description(name: MessageName) {
  const { summary, version, key, payload }: MessageContract = messages[name] as never;
  return { name, summary, headers: headersOf(name, key), payload, 'x-version': version };
}

/** The metadata of every message, and the CloudEvents attributes that correspond to it. */
const headersOf = (name: string, key: string) => ({
  type: 'object',
  required: ['id', 'name', 'key', 'published_at'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'The same on every delivery (CloudEvents: id).' },
    name: { const: name, description: 'CloudEvents: type.' },
    key: { type: 'string', description: `The payload's ${key} (CloudEvents: partitionkey).` },
    published_at: { type: 'string', format: 'date-time', description: 'CloudEvents: time.' },
    causation_id: {
      type: ['string', 'null'],
      description: 'The id of the request or message that led to it.',
    },
    user_id: { type: ['string', 'null'], format: 'uuid', description: 'The user behind it.' },
  },
});
