// The pages on which a change of address is confirmed or called off.
import { html, shortPage } from '#lib/html';

/** Asks before it does anything: scanners of mail open every link, and press no button. */
export const changePage = (from: string, to: string, token: string) =>
  shortPage(
    'Another address for your account?',
    html`<p>The account of <strong>${from}</strong> is to have the address <strong>${to}</strong>.</p>
      <form method="post" action="/confirm-email">
        <input type="hidden" name="token" value="${token}" />
        <button>Yes, that was me</button>
      </form>
      <form method="post" action="/cancel-email-change">
        <input type="hidden" name="token" value="${token}" />
        <button>No, keep ${from}</button>
      </form>
      <p>If it was not you and the account is yours, keep the address, and set a new password.</p>`,
  );

export const confirmedPage = (email: string, changed: boolean) =>
  changed
    ? shortPage('Your address is changed', html`<p>You sign in as <strong>${email}</strong> from now on.</p>`)
    : shortPage(
        'Confirmed',
        html`<p>
          Your account will have the address <strong>${email}</strong> once the link in the other e-mail was
          pressed as well.
        </p>`,
      );

export const cancelledPage = (email: string) =>
  shortPage('Your address stays', html`<p>Your account keeps <strong>${email}</strong>.</p>`);
