// Writes the types of the client from the description of the API: `npm run client`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openapi } from '../services/platform/gateway/openapi.ts';
import { routesOf } from '../services/platform/gateway/routes.ts';

/** The text of src/api.ts: types of everything under /api, and which of its routes take an Idempotency-Key. */
export async function clientTypes(): Promise<string> {
  const routes = routesOf(undefined, { disabled_services: [] }).filter(({ path }) =>
    path.startsWith('/api/'),
  );
  const document = JSON.parse(openapi(routes, 'http://127.0.0.1:8080'), optionalKey) as OpenAPI3;
  const keyed = routes
    .filter(({ contract }) => contract.idempotency)
    .map(({ method, path }) => `  '${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}',\n`);
  return `${HEAD}\n${astToString(await openapiTS(document))}
/** The routes that answer a retry with the same Idempotency-Key as they did before. */
export const keyed: ReadonlySet<string> = new Set([
${keyed.join('')}]);
`;
}

const HEAD = '// Generated from contracts/ by `npm run client`: change it there.';

/** The client sends a key wherever one is taken: nobody has to give one. */
const optionalKey = (_: string, value: unknown): unknown =>
  isParameter(value) && value.name === 'Idempotency-Key' ? { ...value, required: false } : value;

const isParameter = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'in' in value && 'name' in value;

if (import.meta.main) await writeFile(join(import.meta.dirname, 'src/api.ts'), await clientTypes());
