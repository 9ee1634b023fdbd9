// The pages on which an address is verified. They need no JavaScript.
import { html, webPage, type Html } from '#lib/html';

/** Asks before it verifies: scanners of mail open every link, and press no button. */
export const askingPage = (email: string, token: string) =>
  page(
    'Is this your address?',
    html`<p>Somebody opened an account with <strong>${email}</strong> and asks to verify this address.</p>
      <p>
        If that was you, press the button. Gifts that were made with this address and without an account will
        then belong to your account.
      </p>
      <form method="post" action="/verify-email">
        <input type="hidden" name="token" value="${token}" />
        <button>Verify ${email}</button>
      </form>
      <p>If it was somebody else, close this page: nothing happens.</p>`,
  );

export const verifiedPage = (email: string) =>
  page(
    'Your address is verified',
    html`<p><strong>${email}</strong> is verified. You can close this page.</p>`,
  );

const page = (title: string, content: Html) =>
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
button { padding: .7rem 1.2rem; font: inherit; font-weight: 600; }
`;
