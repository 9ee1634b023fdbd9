import type { Receipt, Result } from '#contracts';
import { html, webPage } from '#lib/html';
import { wordsOf } from './receipt.words.ts';

/** A receipt in a browser; its link leads on to the PDF. */
export function receiptPage(receipt: Receipt): Result<'receipts.page'> {
  const { title, lines, notes } = wordsOf(receipt);
  const { url } = receipt;
  return webPage({
    title: `${title} ${receipt.number}`,
    css: CSS,
    body: html`<main>
      <h1>${title}</h1>
      <dl>
        ${lines.map(
          ([label, said]) =>
            html`<dt>${label}</dt>
              <dd dir="auto">${said}</dd>`,
        )}
      </dl>
      ${url === null ? html`` : html`<p><a href="${url.replace('?', '/pdf?')}">Open as PDF</a></p>`}
      <footer>${notes.map((note) => html`<p>${note}</p>`)}</footer>
    </main>`,
  });
}

const CSS = `
body { margin: 0; padding: 3rem 1.5rem; background: Canvas; color: CanvasText; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { margin: 0 0 1.5rem; font-size: 1.6rem; line-height: 1.25; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .5rem 1rem; margin: 0; }
dt { color: GrayText; }
dd { margin: 0; text-align: start; }
footer { margin-top: 2rem; font-size: .875rem; color: GrayText; }
@media (max-width: 30rem) { dl { display: block; } dd { margin-bottom: .75rem; } }
@media print { a { display: none; } }
`;
