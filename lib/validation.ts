import { fail, type FieldError } from '#lib/errors';
import type { TSchema } from '@sinclair/typebox';
import { TypeCompiler, type ValueErrorIterator } from '@sinclair/typebox/compiler';

// A caller corrects a few fields at a time; a hostile body must not cost a report of thousands.
const REPORTED = 10;

/** Compiles `schema` to a check that throws VALIDATION_FAILED with each wrong field and what it must be. */
export function validator(schema: TSchema): (value: unknown) => void {
  const compiled = TypeCompiler.Compile(schema);
  return (value) => {
    if (!compiled.Check(value)) throw fail('VALIDATION_FAILED', { errors: report(compiled.Errors(value)) });
  };
}

function report(found: ValueErrorIterator): FieldError[] {
  const byPointer = new Map<string, string>();
  for (const { path, message, schema, value } of found) {
    if (byPointer.size === REPORTED) break;
    // The first error says most: later ones of the same field are consequences (missing, hence no string).
    if (!byPointer.has(path)) byPointer.set(path, explain(message, schema, value));
  }
  return [...byPointer].map(([pointer, message]) => ({ pointer, message }));
}

function explain(message: string, { description }: TSchema, value: unknown): string {
  if (message === 'Unexpected property') return 'is not a field of this request: leave it out';
  if (message === 'Expected required property') return 'is missing' + (description ? `: ${description}` : '');
  const got = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return description ? `must be ${description}` : `${message.toLowerCase()}, not ${got}`;
}
