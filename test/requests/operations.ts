// What the description of the API says of each operation, with all its references put in their places.

/** JSON Schema as the description uses it. */
export interface ApiSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: ApiSchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: ApiSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, ApiSchema>;
  required?: string[];
}

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: ApiSchema;
}

export interface ApiAnswer {
  headers: Record<string, { required?: boolean; schema: ApiSchema }>;
  /** By media type. */
  content?: Record<string, { schema: ApiSchema; examples?: object }>;
}

export interface ApiOperation {
  operationId: string;
  method: string;
  /** With `{name}` for its parameters. */
  path: string;
  /** The methods that its path takes, in capitals. */
  methods: string[];
  parameters: ApiParameter[];
  requestBody?: { required: boolean; content: Record<string, { schema?: ApiSchema }> };
  /** By status. */
  responses: Record<string, ApiAnswer>;
  /** Whether nobody may ask for it without a token. */
  needsToken: boolean;
}

interface Described extends Omit<ApiOperation, 'method' | 'path' | 'methods' | 'needsToken'> {
  security: object[];
}

export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { responses: Record<string, ApiAnswer> };
}

export function operationsOf(document: ApiDocument): ApiOperation[] {
  const { paths } = inlined(document, document) as ApiDocument;
  return Object.entries(paths).flatMap(([path, those]) => {
    const methods = Object.keys(those).map((method) => method.toUpperCase());
    return Object.entries(those).map(([method, { security, ...operation }]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      methods,
      needsToken: security.length > 0 && security.every((one) => 'token' in one),
    }));
  });
}

/** An answer that the description has for all operations, by its name. */
export const answerNamed = (document: ApiDocument, name: string): ApiAnswer =>
  inlined(document.components.responses[name]!, document) as ApiAnswer;

/** A part of the document in which each `$ref` is what it leads to. */
function inlined(part: unknown, document: ApiDocument): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => inlined(each, document));
  if ('$ref' in part) return inlined(at(String(part.$ref), document), document);
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, inlined(each, document)]));
}

const at = (ref: string, document: ApiDocument): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, field) => (node as Record<string, unknown>)[field], document);
