// The one way to change state: ask an actor. Its rule decides, its mailbox commits, then the caller gets the reply.
export { actor } from './actor.ts';
export { actors, apply, ask } from './ask.ts';
export { command, createCommand } from './command.ts';
export { table, type State } from './store.ts';
export { subscribe, subscribeCreating } from './subscribe.ts';
