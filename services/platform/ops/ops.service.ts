// Ops: what those who run the platform look at and mend. It keeps nothing: it asks each service what that keeps.
import { defineService } from '#mixins/service';
import getDeadLetter from './actions/get_dead_letter.ts';
import listDeadLetters from './actions/list_dead_letters.ts';
import readBacklog from './actions/read_backlog.ts';
import retryDeadLetter from './actions/retry_dead_letter.ts';
import retryDeadLetters from './actions/retry_dead_letters.ts';
import triggerWebhook from './actions/trigger_webhook.ts';
import verify from './actions/verify.ts';

export default defineService({
  name: 'ops',
  database: false,
  actions: [
    getDeadLetter,
    listDeadLetters,
    readBacklog,
    retryDeadLetter,
    retryDeadLetters,
    triggerWebhook,
    verify,
  ],
});
