// A page for each error code: the `type` of a problem is a link to it.
import { errors, type ErrorCode } from '#contracts';
import { html, webPage, type Html } from '#lib/html';
import { errorsOf } from './openapi.ts';
import type { WebPage } from './pages.ts';
import { problemPath } from './problem-path.ts';
import type { Route } from './routes.ts';

/** The routes that may respond with an error; null: all of them. */
export function routesAnswering(code: ErrorCode, routes: readonly Route[]): string[] | null {
  const answering = routes.filter((route) => errorsOf(route).includes(code));
  if (answering.length === routes.length) return null;
  return answering.map(({ method, path }) => `${method} ${path}`).sort();
}

/** The pages by their paths: one lists all errors, the others show one each. */
export function problemPages(routes: readonly Route[]): Record<string, WebPage> {
  const codes = (Object.keys(errors) as ErrorCode[]).sort();
  return {
    '/problems': pageOf('Problems', listOf(codes)),
    ...Object.fromEntries(codes.map((code) => [problemPath(code), problemPage(code, routes)])),
  };
}

const listOf = (codes: readonly ErrorCode[]): Html =>
  html`<ul>
    ${codes.map((code) => html`<li><a href="${problemPath(code)}">${code}</a>: ${errors[code].title}</li>`)}
  </ul>`;

function problemPage(code: ErrorCode, routes: readonly Route[]): WebPage {
  const { status, title, remedy } = errors[code];
  return pageOf(
    title,
    html`<p><code>${code}</code>, status ${status}</p>
      <p>${remedy}</p>
      <h2>Routes that may answer it</h2>
      ${routeList(routesAnswering(code, routes))}
      <p><a href="/problems">All problems</a></p>`,
  );
}

function routeList(routes: readonly string[] | null): Html {
  if (routes === null) return html`<p>All of them.</p>`;
  if (routes.length === 0) return html`<p>None by itself: it is about the request as a whole.</p>`;
  return html`<ul>
    ${routes.map((route) => html`<li><code>${route}</code></li>`)}
  </ul>`;
}

const pageOf = (title: string, body: Html): WebPage =>
  webPage({
    title,
    css: CSS,
    body: html`<main>
      <h1>${title}</h1>
      ${body}
    </main>`,
  });

const CSS = `
body { margin: 0; padding: 3rem 1.5rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 0; font-size: 1.1rem; }
ul { padding-left: 1.2rem; }
`;
