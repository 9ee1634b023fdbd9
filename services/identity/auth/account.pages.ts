// How pages about an account look. They need no JavaScript.
import { html, webPage, type Html } from '#lib/html';

export const accountPage = (title: string, content: Html) =>
  webPage({
    title,
    css: CSS,
    body: html`<main>
      <h1>${title}</h1>
      ${content}
    </main>`,
  });

const CSS = `
body { margin: 0; padding: 15vh 1.5rem 2rem; background: Canvas; color: CanvasText; font: 1.1rem/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
form { margin: 1rem 0; }
input, button { padding: .7rem 1.2rem; font: inherit; }
input { display: block; box-sizing: border-box; width: 100%; margin: .3rem 0 1rem; padding: .7rem; }
button { font-weight: 600; }
`;
