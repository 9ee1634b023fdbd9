import { fail } from '#lib/errors';

const LONGEST_MESSAGE = 1000;

/** A message as a form has it: an empty one is none, and a line's end is one character. Throws VALIDATION_FAILED. */
export function messageIn(text: string): string | null {
  const message = text.replaceAll('\r\n', '\n');
  if (message.length > LONGEST_MESSAGE)
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/message', message: `must have at most ${LONGEST_MESSAGE} characters` }],
    });
  return message.trim() === '' ? null : message;
}
