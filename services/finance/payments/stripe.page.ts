// The page with Stripe's Payment Element. What a donor types there goes to Stripe and never to the platform.
import type { Payment } from '#contracts';
import { html, webPage, type Html } from '#lib/html';
import { priceOf } from '#lib/money';
import { createHash } from 'node:crypto';
import Stripe from 'stripe';

/** A page, and the Content-Security-Policy that it needs. */
export interface StripePage {
  html: string;
  csp: string;
}

export interface Shown {
  /** Minor units of ISO 4217. */
  amount: number;
  currency: string;
  /** The PaymentIntent's. */
  status: Stripe.PaymentIntent.Status;
  /** Whether an attempt was declined, and none has succeeded since. */
  is_declined: boolean;
  client_secret: string | null;
  publishable_key: string;
  /** Where Stripe sends the donor afterwards. */
  return_url: string;
}

export function stripePage(shown: Shown): StripePage {
  const { amount, currency, status, client_secret } = shown;
  const secret = OPEN.has(status) ? client_secret : null;
  const price = priceOf(amount, currency);
  return secret === null
    ? pageWith(price, said(saidOf(status)))
    : pageWith(price, formOf(shown, secret), scriptsFor(SCRIPT));
}

/** What has become of a payment whose money came, by what the platform knows of it; undefined before that. */
export function paidPage({ status, captured_amount, currency }: Payment): StripePage | undefined {
  const text = PAID[status];
  return text === undefined ? undefined : pageWith(priceOf(captured_amount, currency), said(text));
}

const RECEIVED = 'Thank you. Your payment has been received.';
const PAID: Partial<Record<Payment['status'], string>> = {
  CAPTURED: RECEIVED,
  SETTLED: RECEIVED,
  PARTIALLY_REFUNDED: `${RECEIVED} Part of it has been refunded.`,
  REFUNDED: 'Your payment was received, and has been refunded.',
  DISPUTED: 'Your bank disputes this payment. You need not pay it here.',
};

function pageWith(price: string, content: Html, scripts: Html = html``): StripePage {
  const page = webPage({
    title: 'Your donation',
    css: formStyle,
    body: html`<main>
        <h1>Your donation</h1>
        <p class="amount">${price}</p>
        ${content}
        <footer>Payments are processed by Stripe. Card details never reach this site.</footer>
      </main>
      ${scripts}`,
  });
  return { html: page.html, csp: policyFor(SCRIPT) };
}

const said = (text: string): Html => html`<p role="status">${text}</p>`;

const OPEN = new Set<string>(['requires_payment_method', 'requires_confirmation', 'requires_action']);

function saidOf(status: string): string {
  if (status === 'canceled') return 'This payment is closed. Nothing was taken.';
  return status === 'succeeded'
    ? RECEIVED
    : 'Thank you. Your bank is working on your payment: it may take some days.';
}

export const formScript = (confirm: 'confirmPayment' | 'confirmSetup') => `
const form = document.querySelector('form');
const button = document.querySelector('button');
const say = (text) => { document.querySelector('[role=alert]').textContent = text; };
if (typeof Stripe === 'undefined') {
  say('The payment form could not be loaded from Stripe. Please check your connection and load this page again.');
} else {
  const { key, secret, back } = form.dataset;
  const stripe = Stripe(key);
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'stripe';
  const elements = stripe.elements({ clientSecret: secret, appearance: { theme } });
  const payment = elements.create('payment');
  payment.on('ready', () => { button.disabled = false; });
  payment.on('loaderror', () => say('The payment form could not be loaded. Please load this page again.'));
  payment.mount('#payment');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    say('');
    // Comes back only if it failed: else the donor is on the way to \`back\`.
    const { error } = await stripe.${confirm}({ elements, confirmParams: { return_url: back } });
    say(error.message || 'That did not succeed. Please try again.');
    button.disabled = false;
  });
}
`;

export const formStyle = `
:root { color-scheme: light dark; --ink: #1a1f36; --paper: #f6f8fa; --card: #fff; --brand: #3f3cbb; --bad: #b3093c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f3f7; --paper: #12141c; --card: #1d2130; --brand: #8f8cff; --bad: #ff8fab; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.125rem; font-weight: 600; margin: 0; }
.amount { font-size: 2.25rem; font-weight: 700; margin: 0 0 1.25rem; }
form, [role=status] { background: var(--card); border-radius: 0.75rem; padding: 1.25rem; }
#payment { min-height: 14rem; }
button { width: 100%; min-height: 3.25rem; margin-top: 1.25rem; border: 0; border-radius: 0.5rem; font: inherit;
  font-weight: 600; background: var(--brand); color: var(--card); cursor: pointer; }
button:disabled { opacity: 0.6; cursor: default; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
[role=alert] { color: var(--bad); margin: 1rem 0 0; }
[role=alert]:empty { display: none; }
footer { font-size: 0.875rem; margin-top: 1.25rem; opacity: 0.8; }
`;

const formOf = (
  { amount, currency, publishable_key, return_url, is_declined }: Shown,
  secret: string,
): Html =>
  html`<form data-key="${publishable_key}" data-secret="${secret}" data-back="${return_url}">
    <div id="payment"></div>
    <noscript>
      <p>Stripe's payment form needs JavaScript: please allow it for this page and for js.stripe.com.</p>
    </noscript>
    <button disabled>Pay ${priceOf(amount, currency)}</button>
    <p role="alert">${is_declined ? DECLINED : ''}</p>
  </form>`;

// Who comes back from their bank's page sees the form again: without a word it would look as if nothing had happened.
const DECLINED = 'The payment did not succeed, and nothing was taken. You can try again.';

// Stripe.js must come from Stripe itself, in the release that fits the library's version of the API.
const STRIPE_JS = `https://js.stripe.com/${Stripe.MAJOR_API_VERSION}/stripe.js`;

export const scriptsFor = (script: string): Html => ({
  html: `<script src="${STRIPE_JS}"></script><script>${script}</script>`,
});

// What docs.stripe.com/security/guide asks for, as far as the Payment Element needs it. The script of the page is let in by its
// hash: it never changes, what does is in the form's data. Stripe.js writes style attributes; styles run no code.
export const policyFor = (script: string): string =>
  [
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' https://js.stripe.com https://*.js.stripe.com`,
    'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
    'connect-src https://api.stripe.com',
    "style-src 'unsafe-inline'",
  ].join('; ');

const SCRIPT = formScript('confirmPayment');
