/** A message as a form has it: an empty one is none, and a line's end is one character. */
export function messageIn(text: string): string | null {
  const message = text.replaceAll('\r\n', '\n');
  return message.trim() === '' ? null : message;
}
