// Web pages: values are escaped, and a page can have no style but its own.
import { createHash } from 'node:crypto';

/** HTML that needs no escaping. */
export interface Html {
  html: string;
}

type Value = string | number | Html | readonly Html[];

/** A template of HTML: values are escaped, for elements and for attributes in double quotes. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: String.raw({ raw: parts }, ...values.map(asHtml)),
});

/** A page, and the Content-Security-Policy that allows its style and nothing else. `head` is what else it begins with. */
export function webPage({ title, css, body, head = { html: '' } }: Parts) {
  // The style is inserted in one piece: the policy's hash covers every character between its tags.
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${{ html: `<style>${css}</style>` }} ${head}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return { html: page.html, csp: `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'` };
}

interface Parts {
  title: string;
  css: string;
  body: Html;
  head?: Html;
}

function asHtml(value: Value): string {
  if (typeof value !== 'object') return escape(String(value));
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
