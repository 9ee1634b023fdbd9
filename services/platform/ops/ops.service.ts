// Ops: what those who run the platform look at and mend. It keeps nothing: it asks each service what that keeps.
import { defineService } from '#mixins/service';
import deadLetter from './actions/dead_letter.ts';
import deadLetters from './actions/dead_letters.ts';
import outbox from './actions/outbox.ts';
import retry from './actions/retry.ts';
import retryAll from './actions/retry_all.ts';
import trigger from './actions/trigger.ts';
import verify from './actions/verify.ts';

export default defineService({
  name: 'ops',
  database: false,
  actions: [deadLetter, deadLetters, outbox, retry, retryAll, trigger, verify],
});
