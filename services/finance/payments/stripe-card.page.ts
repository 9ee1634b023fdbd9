// The page with Stripe's form for another card. What a donor types there goes to Stripe and never to the platform.
import { html, webPage, type Html } from '#lib/html';
import type Stripe from 'stripe';
import { formScript, formStyle, policyFor, scriptsFor, type StripePage } from './stripe.page.ts';

interface Shown {
  /** The SetupIntent's. */
  status: Stripe.SetupIntent.Status;
  client_secret: string | null;
  publishable_key: string;
  /** Where Stripe sends the donor afterwards. */
  return_url: string;
}

const SCRIPT = formScript('confirmSetup');

export function stripeCardPage({ status, client_secret, publishable_key, return_url }: Shown): StripePage {
  const secret = OPEN.has(status) ? client_secret : null;
  const page = webPage({
    title: 'Your card',
    css: formStyle,
    body: html`<main>
        <h1>Your card</h1>
        ${
          secret === null
            ? html`<p role="status">This form was used. To give another card, open it anew.</p>`
            : formOf(secret, publishable_key, return_url)
        }
        <footer>Payments are processed by Stripe. Card details never reach this site.</footer>
      </main>
      ${secret === null ? html`` : scriptsFor(SCRIPT)}`,
  });
  return { html: page.html, csp: policyFor(SCRIPT) };
}

const OPEN = new Set<string>(['requires_payment_method', 'requires_confirmation', 'requires_action']);

const formOf = (secret: string, key: string, back: string): Html =>
  html`<form data-key="${key}" data-secret="${secret}" data-back="${back}">
    <div id="payment"></div>
    <noscript>
      <p>Stripe's form needs JavaScript: please allow it for this page and for js.stripe.com.</p>
    </noscript>
    <button disabled>Save this card</button>
    <p role="alert"></p>
  </form>`;
