import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { html, webPage } from './html.ts';

test('a value in a page is text, in elements and in attributes', () => {
  const hostile = `"><script>alert('&')</script>`;
  const safe = '&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;';
  expect(html`<p title="${hostile}">${hostile}</p>`.html).toBe(`<p title="${safe}">${safe}</p>`);
});

test('HTML in a page is inserted as it is, one piece or many', () => {
  const items = ['<a>', 'b'].map((text) => html`<i>${text}</i>`);
  expect(html`<p>${items}${html`<b>c</b>`}${5}</p>`.html).toBe('<p><i>&#60;a&#62;</i><i>b</i><b>c</b>5</p>');
});

test('the policy of a page allows its style, to the character', () => {
  const { html: page, csp } = webPage({ title: '<', css: 'p { color: "red" }', body: html`<p>${'é'}</p>` });
  const style = /<style>([^]*)<\/style>/.exec(page)![1]!;
  expect(csp).toBe(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page).toContain('<title>&#60;</title>');
});
