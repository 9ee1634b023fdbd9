// A request that must be refused, as one line, and its check.
import type { Answer } from '#test/client';
import { expect } from '@jest/globals';

/** What is sent, the status and code of the response, and the pointer of the field that it names. */
export type Line = [
  what: string,
  send: () => Promise<Answer>,
  status: number,
  code: string,
  pointer?: string,
];

/** Sends a line and checks the response; the client has checked that it is a problem document. */
export async function refused(...[, send, status, code, pointer]: Line): Promise<void> {
  const { body, ...answer } = await send();
  expect({ status: answer.status, code: body['code'] }).toEqual({ status, code });
  const errors = (body['errors'] ?? []) as { pointer: string; message: string }[];
  if (pointer !== undefined) expect(errors.map(({ pointer }) => pointer)).toContain(pointer);
  for (const { message } of errors) expect(message).toMatch(/\w/);
}
