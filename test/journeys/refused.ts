// How a request that must be refused is written and held: a line each.
import type { Answer } from '#test/client';
import { expect } from '@jest/globals';

/** What is sent, the status and code of its answer, and the pointer of the field that is named. */
export type Line = [
  what: string,
  send: () => Promise<Answer>,
  status: number,
  code: string,
  pointer?: string,
];

/** Sends a line and holds its answer; the client has seen that it is a problem document. */
export async function refused(...[, send, status, code, pointer]: Line): Promise<void> {
  const { body, ...answer } = await send();
  expect({ status: answer.status, code: body['code'] }).toEqual({ status, code });
  const errors = (body['errors'] ?? []) as { pointer: string; message: string }[];
  if (pointer !== undefined) expect(errors.map(({ pointer }) => pointer)).toContain(pointer);
  for (const { message } of errors) expect(message).toMatch(/\w/);
}
