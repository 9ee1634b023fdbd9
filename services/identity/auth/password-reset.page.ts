// The pages on which a new password is set.
import { html, shortPage } from '#lib/html';

export const resetPage = (email: string, token: string) =>
  shortPage(
    'A new password',
    html`<p>For the account of <strong>${email}</strong>. Whoever is signed in with it will be signed out.</p>
      <form method="post" action="/reset-password">
        <input type="hidden" name="token" value="${token}" />
        <label>
          From 10 to 200 characters
          <input type="password" name="new_password" autocomplete="new-password" minlength="10" required />
        </label>
        <button>Set the password</button>
      </form>
      <p>If you did not ask for this, close the page: nothing happens.</p>`,
  );

export const resetDonePage = (email: string) =>
  shortPage(
    'Your password is set',
    html`<p>
      You can sign in as <strong>${email}</strong> with it now. Everybody who was signed in is signed out.
    </p>`,
  );
