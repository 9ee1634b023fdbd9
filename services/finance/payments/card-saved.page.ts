import { html, webPage } from '#lib/html';

/** The page after another card was given. */
export const cardSavedPage = (isSaved: boolean) =>
  webPage({
    title: 'Your card',
    css: STYLE,
    body: html`<main>
      <h1>Your card</h1>
      <p role="status">
        ${
          isSaved
            ? 'Thank you. From now on, this card is charged.'
            : 'Your bank is still looking at your card. You need do nothing, and can close this page.'
        }
      </p>
    </main>`,
  });

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1f36; --paper: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f3f7; --paper: #12141c; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem; }
`;
