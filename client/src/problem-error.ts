import type { components } from './api.ts';

type Problem = components['schemas']['Problem'];

/** Every code that the platform refuses with: `/problems` on it explains each. */
export type ProblemCode = Problem['code'];

/** A refusal. `problem` is what the platform said of it; undefined where something in between answered. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: ProblemCode | undefined;
  readonly problem: Problem | undefined;

  constructor(status: number, said: unknown) {
    const problem = isProblem(said) ? said : undefined;
    super(problem ? messageOf(problem) : `${status}: ${String(said).slice(0, 200)}`);
    this.status = status;
    this.code = problem?.code;
    this.problem = problem;
  }
}

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'code' in said && 'request_id' in said;

function messageOf({ code, title, detail, errors = [] }: Problem): string {
  const fields = errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`.trim());
  return [`${code}: ${title}. ${detail}`, ...fields].join('\n');
}

/** What `GET` and its like resolve with. */
type Answered<T> =
  { data: T; error?: never; response: Response } | { data?: never; error: unknown; response: Response };

/** What an answer holds, where it is none that holds nothing. */
type Given<T> = [T] extends [undefined] ? undefined : Exclude<T, undefined>;

/** The data of an answer. Throws ProblemError where it is a refusal: `await ok(client.GET('/api/users/me'))`. */
export async function ok<T>(answer: Promise<Answered<T>>): Promise<Given<T>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ProblemError(response.status, error);
  return data as Given<T>;
}
