import { errors, type ErrorCode } from '#contracts';
import { expect, test } from '@jest/globals';
import { problemPages, routesAnswering } from './problem-pages.ts';
import { problemPath } from './problem-path.ts';
import { routesOf } from './routes.ts';

const routes = routesOf(undefined, { disabled_services: [] });
const pages = problemPages(routes);
const codes = Object.keys(errors) as ErrorCode[];

test('every error has a page of its own, and the list links to it', () => {
  const paths = codes.map(problemPath);
  expect(Object.keys(pages).sort()).toEqual(['/problems', ...paths].sort());
  const links = [...pages['/problems']!.html.matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
  expect(links.sort()).toEqual(paths.sort());
});

test('a page shows what the error is, the remedy and its routes', () => {
  const { html } = pages['/problems/refund-exceeds-captured']!;
  expect(html).toContain('<code>REFUND_EXCEEDS_CAPTURED</code>, status 409');
  expect(html).toContain(`<h1>${errors.REFUND_EXCEEDS_CAPTURED.title}</h1>`);
  expect(html).toContain('<code>POST /api/pledges/:id/refunds</code>');
});

test.each([
  ['INTERNAL_ERROR', null],
  ['ROUTE_NOT_FOUND', []],
  ['ROLE_EXISTS', ['POST /api/roles']],
  [
    'FORM_NOT_OURS',
    [
      'POST /cancel-email-change',
      'POST /confirm-email',
      'POST /pledges/:id',
      'POST /pledges/:id/cancel',
      'POST /reset-password',
      'POST /sandbox/mandates/:id/card',
      'POST /sandbox/payments/:id/abandon',
      'POST /sandbox/payments/:id/decline',
      'POST /sandbox/payments/:id/pay',
      'POST /subscriptions/:id/card/:token',
      'POST /subscriptions/:id/end/:token',
      'POST /verify-email',
    ],
  ],
] as const)('%s is answered by the routes that may refuse with it', (code, answering) => {
  expect(routesAnswering(code, routes)).toEqual(answering);
});
