import { Type } from '@sinclair/typebox';
import { defineTimer, exactly, Id } from '../define.ts';

export const timers = {
  'notifications.email': defineTimer({
    summary: 'Writes and sends an e-mail about a message. Its key is the id of the e-mail.',
    payload: exactly({
      topic: Type.String(),
      message_id: Id,
      /** The payload of the message. */
      about: Type.Record(Type.String(), Type.Unknown()),
    }),
  }),
};
