// Responses that are web pages, and their headers for browsers.
import { html, webPage } from '#lib/html';
import { fail, type FieldError } from '#lib/errors';
import type { IncomingHttpHeaders } from 'node:http';
import { send, type Response } from './http.ts';

/** A whole page; `csp` says what it may load. */
export interface WebPage {
  html: string;
  csp: string;
}

/** Sends a page that must not be cached or framed, and that loads only what `csp` permits. */
export function sendPage(
  res: Response,
  status: number,
  { html, csp }: WebPage,
  headers: Record<string, string> = {},
): void {
  send(res, status, 'text/html; charset=utf-8', html, {
    'cache-control': 'no-store',
    ...pageHeaders(csp),
    ...headers,
  });
}

/** What every page tells browsers. */
export const pageHeaders = (csp: string): Record<string, string> => ({
  'content-security-policy': `${ALWAYS}; ${csp}`,
  // Without any referrer, browsers send forms with Origin: null.
  'referrer-policy': 'same-origin',
  // A bank's page may open in a window of its own.
  'cross-origin-opener-policy': 'same-origin-allow-popups',
});

// The first of two equal directives counts: no page can loosen these.
const ALWAYS = `base-uri 'none'; form-action 'self'; frame-ancestors 'none'; default-src 'none'`;

/** Whether the client prefers a page to JSON: browsers say so, programs do not. */
export const wantsPage = ({ accept = '' }: IncomingHttpHeaders): boolean => /\btext\/html\b/i.test(accept);

/**
 * Refuses a form that another site's page sends through a browser. Programs send no Origin. Throws FORM_NOT_OURS.
 * Behind a proxy, Host may not be the one that browsers see: then `public_url` counts.
 */
export function assertOurForm({ origin, host }: IncomingHttpHeaders, public_url: string): void {
  if (origin === undefined || origin === public_url) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw fail('FORM_NOT_OURS');
}

interface Shown {
  title: string;
  detail: string;
  request_id: string;
  errors?: FieldError[];
  /** The reason in words, of what has one. */
  message?: string;
}

/** A problem as a page for people. */
export const problemPage = ({ title, detail, request_id, errors = [], message = '' }: Shown): WebPage =>
  webPage({
    title,
    css: CSS,
    body: html`<main>
      <h1>${title}</h1>
      ${message ? html`<p>${message}</p>` : html``}
      <p>${detail}</p>
      <ul>
        ${errors.map(({ pointer, message }) => html`<li><code>${pointer.slice(1)}</code> ${message}</li>`)}
      </ul>
      <p class="id">Request ${request_id}</p>
    </main>`,
  });

const CSS = `
body { margin: 0; padding: 15vh 1.5rem 2rem; background: Canvas; color: CanvasText; font: 1.1rem/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
.id { color: GrayText; font-size: .8rem; overflow-wrap: anywhere; }
`;
