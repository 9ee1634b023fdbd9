import type { MessageName } from '#contracts';
import { uuidv5, world } from '#lib/world';
import { subscribeExternal } from '#mixins/inbox';
import { scheduleOnce } from '#mixins/timers';
import { topics } from './emails/index.ts';

const messages = [...new Set(Object.values(topics).map(({ message }) => message))];

/** The id of the e-mail of a topic about a message: the same however often the message is delivered. */
export const emailIdOf = (topic: string, message_id: string): string => uuidv5(`${topic} ${message_id}`);

const topicsOf = (name: MessageName) =>
  Object.keys(topics).filter((topic) => topics[topic]!.message === name);

/** An e-mail may have to wait for hours until somebody takes it: as a timer it does, and holds up no other message. */
export const subscriptions = messages.map((message) =>
  subscribeExternal(message, async ({ db }, { id, name, payload }) => {
    for (const topic of topicsOf(name)) {
      const key = emailIdOf(topic, id);
      await scheduleOnce(db, {
        name: 'notifications.email',
        key,
        due_at: world.now(),
        payload: { topic, message_id: id, about: payload },
      });
    }
  }),
);
