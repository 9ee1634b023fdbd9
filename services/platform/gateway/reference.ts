// The reference of the API for people, at /docs: Swagger UI from node_modules, which asks nobody but this gateway for anything.
import { html, webPage } from '#lib/html';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pageHeaders } from './pages.ts';
import { staticFile, type StaticFile } from './static-files.ts';

/** The files of the reference by path. */
export function referenceFiles(): Record<string, StaticFile> {
  const page = webPage({
    title: 'Commonweal: the API',
    css: 'body { margin: 0; background: #fff; }',
    // Without an icon of its own, browsers ask for /favicon.ico.
    head: html`<link rel="icon" href="data:," /> <link rel="stylesheet" href="/docs/swagger-ui.css" />`,
    body: html`<main id="reference"></main>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>`,
  });
  const csp = `${page.csp} 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:`;
  const type = 'text/html; charset=utf-8';
  return {
    '/docs': staticFile(type, async () => page.html, pageHeaders(csp)),
    '/docs/start.js': staticFile(SCRIPT, async () => START),
    '/docs/swagger-ui-bundle.js': staticFile(SCRIPT, () => readFile(join(folder(), 'swagger-ui-bundle.js'))),
    '/docs/swagger-ui.css': staticFile('text/css; charset=utf-8', () =>
      readFile(join(folder(), 'swagger-ui.css')),
    ),
  };
}

const SCRIPT = 'text/javascript; charset=utf-8';

// Without a validator's badge, which would call its server.
const START = `SwaggerUIBundle({
  url: '/openapi.json',
  domNode: document.querySelector('#reference'),
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

const folder = () => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
