// A request before it is sent: its values may be places of known ones.
import type { CallerName } from './caller-names.ts';
import type { ApiOperation } from './operations.ts';

export interface DrawnRequest {
  operation: ApiOperation;
  caller: CallerName;
  method: string;
  parts: RequestParts;
  /** Of the body. */
  type: string | undefined;
}

export interface RequestParts {
  path: Record<string, unknown>;
  /** A list is a name as often as it has values. */
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  /** Fields of JSON or of a form; text is sent as it is. */
  body?: unknown;
}
