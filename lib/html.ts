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

/** A page of a few words, perhaps with a form. It needs no JavaScript. */
export const shortPage = (title: string, content: Html) =>
  webPage({
    title,
    css: SHORT,
    body: html`<main>
      <h1>${title}</h1>
      ${content}
    </main>`,
  });

const SHORT = `
body { margin: 0; padding: 15vh 1.5rem 2rem; background: Canvas; color: CanvasText; font: 1.1rem/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
form { margin: 1rem 0; }
input, button { padding: .7rem 1.2rem; font: inherit; }
input { display: block; box-sizing: border-box; width: 100%; margin: .3rem 0 1rem; padding: .7rem; }
button { font-weight: 600; }
`;

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
