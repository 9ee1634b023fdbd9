// The pages on which an address is verified.
import { html, shortPage } from '#lib/html';

/** Asks before it verifies: scanners of mail open every link, and press no button. */
export const askingPage = (email: string, token: string) =>
  shortPage(
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
  shortPage(
    'Your address is verified',
    html`<p><strong>${email}</strong> is verified. You can close this page.</p>`,
  );
