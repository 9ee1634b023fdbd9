// The checkout page, where a donor pays. It needs no JavaScript.
import { priceOf } from '#lib/money';
import type { SandboxPayment, SandboxWebhook } from '#contracts';
import { html, webPage, type Html } from '#lib/html';
import { css } from './checkout.css.ts';
import { isPayable } from './sandbox-payment.rules.ts';

/** The page of a payment in its current status. */
export function checkoutPage(payment: SandboxPayment) {
  const { description, amount, currency } = payment;
  return webPage({
    title: `${priceOf(amount, currency)} · Sandbox checkout`,
    css,
    body: html` <p class="sandbox"><strong>SANDBOX</strong> No real money is charged here.</p>
      <main>
        <header>
          <h1>Your payment</h1>
          <p class="amount">${priceOf(amount, currency)}</p>
          <p class="what">${description}</p>
        </header>
        ${standing(payment)} ${isPayable(payment) ? form(payment) : html``} ${history(payment)}
      </main>
      <footer>
        Commonweal sandbox provider<br />
        Payment ${payment.id}
      </footer>`,
  });
}

type Status = SandboxPayment['status'];

/** The message for each status, and its tone; a payment that waits to be paid has none. */
const MESSAGES: Record<
  Exclude<Status, 'OPEN'>,
  [tone: 'good' | 'bad' | 'calm', title: string, text: string]
> = {
  PAID: ['good', 'Paid. Thank you!', 'You can close this page.'],
  AUTHORIZED: ['calm', 'The amount is on hold', 'It has not been taken yet.'],
  DECLINED: ['bad', 'The payment was declined', 'Nothing was charged. You can try again.'],
  ABANDONED: [
    'calm',
    'You left without paying',
    'Nothing was charged. You can still pay, until the pledge expires.',
  ],
  VOIDED: ['calm', 'This payment is closed', 'Nothing was charged.'],
  PARTIALLY_REFUNDED: ['calm', 'Paid, and refunded in part', ''],
  REFUNDED: ['calm', 'Refunded', ''],
  DISPUTED: ['bad', 'The charge is disputed', ''],
};

function standing({ status, refunded_amount, disputed_amount, currency }: SandboxPayment): Html {
  if (status === 'OPEN') return html``;
  const [tone, title, text] = MESSAGES[status];
  const figures = [
    refunded_amount > 0 ? `${priceOf(refunded_amount, currency)} was given back.` : '',
    disputed_amount > 0 ? `${priceOf(disputed_amount, currency)} is disputed.` : '',
  ].join(' ');
  return html`<section class="standing ${tone}" role="status">
    <h2>${title}</h2>
    <p>${text} ${figures}</p>
  </section>`;
}

function form({ id, amount, currency, status, behaviour }: SandboxPayment): Html {
  const at = (verb: string) => `/sandbox/payments/${id}/${verb}`;
  const { duplicate, delay_ms, reorder } = behaviour;
  const option = (value: boolean, text: string) =>
    html`<option value="${String(value)}" ${value === reorder ? html` selected` : html``}>${text}</option>`;
  return html`<form method="post" action="${at('pay')}">
    <button class="pay">
      ${status === 'DECLINED' ? 'Try again: pay' : 'Pay'} ${priceOf(amount, currency)}
    </button>
    <div class="others">
      ${status === 'DECLINED' ? html`` : html`<button formaction="${at('decline')}">Decline</button>`}
      <button formaction="${at('abandon')}" formnovalidate>Abandon</button>
    </div>
    <details>
      <summary>How the provider should behave</summary>
      <p>To try the platform: how it gets the webhooks of your choice above.</p>
      <label for="duplicate">Times that each webhook is sent</label>
      <input
        id="duplicate"
        name="duplicate"
        type="number"
        inputmode="numeric"
        min="1"
        max="10"
        value="${duplicate}"
        required
      />
      <label for="delay_s">Seconds that webhooks are late</label>
      <input
        id="delay_s"
        name="delay_s"
        type="number"
        inputmode="numeric"
        min="0"
        max="60"
        value="${Math.round(delay_ms / 1000)}"
        required
      />
      <label for="reorder">Order of the webhooks</label>
      <select id="reorder" name="reorder">
        ${[option(false, 'As things happened'), option(true, 'Out of order: the last first')]}
      </select>
    </details>
  </form>`;
}

const EVENTS: Record<string, string> = {
  'payment.authorized': 'Authorized',
  'payment.captured': 'Captured',
  'payment.failed': 'Declined',
  'payment.voided': 'Closed by the platform',
  'settlement.confirmed': 'Settled',
  'payment.refunded': 'Refunded',
  'payment.refund_failed': 'Refund failed',
  'payment.disputed': 'Disputed',
  'payment.dispute_won': 'Dispute won',
};

function history({ reports }: SandboxPayment): Html {
  if (reports.length === 0) return html``;
  return html`<section class="history">
    <h2>What has happened</h2>
    <ol>
      ${reports.map(step)}
    </ol>
  </section>`;
}

const step = ({ type, timestamp, data: { amount, currency } }: SandboxWebhook): Html =>
  html`<li>
    <span>${EVENTS[type] ?? type}</span> <span>${priceOf(amount, currency)}</span>
    <time datetime="${timestamp}">${timestamp.slice(0, 19).replace('T', ' ')} UTC</time>
  </li>`;
