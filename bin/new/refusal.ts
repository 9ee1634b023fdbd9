/** What was asked for can't be written: a sentence that says what is wrong and what to do. */
export class Refusal extends Error {}

/** Ends the command before anything is written. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}
