// The page of a subscription, for whoever has its link: what is given when, another card, and the end of it in one click.
import type { GiftSubscription } from '#contracts';
import { html, webPage, type Html } from '#lib/html';
import { priceOf } from '#lib/money';
import { hasEnded } from './subscription-state.rules.ts';

interface Links {
  end_url: string;
  card_url: string;
}

type Seen = Pick<GiftSubscription, 'amount' | 'currency' | 'interval' | 'status' | 'due_at' | 'retry_at'>;

export function subscriptionPage(subscription: Seen, links: Links) {
  const { amount, currency, interval } = subscription;
  return webPage({
    title: 'Your recurring gift',
    css: STYLE,
    body: html`<main>
      <h1>Your recurring gift</h1>
      <p class="amount">${priceOf(amount, currency)} each ${interval}</p>
      <p role="status">${standing(subscription)}</p>
      ${hasEnded(subscription) ? html`` : formsOf(links)}
    </main>`,
  });
}

function standing({ status, due_at, retry_at }: Seen): string {
  switch (status) {
    case 'PENDING':
      return 'The first payment has not come yet. Nothing else is charged before it has.';
    case 'ACTIVE':
      return `It is charged next on ${dayOf(due_at)}.`;
    case 'PAUSED':
      return 'It is paused: nothing is charged.';
    case 'PAST_DUE':
      return `The last payment failed. It is tried again on ${dayOf(retry_at)}.`;
    case 'LAPSED':
      return 'It has ended, because the last payment failed several times. Nothing more is charged.';
    case 'CANCELLED':
      return 'It has ended. Nothing more is charged. Thank you for what you gave.';
    case 'EXPIRED':
      return 'It never began: the first payment did not come. Nothing is charged.';
  }
}

const DAY = '2026-01-31'.length;
const dayOf = (at: string | null) => (at ?? '').slice(0, DAY);

const formsOf = ({ end_url, card_url }: Links): Html =>
  html`<form method="post" action="${pathOf(card_url)}"><button>Use another card</button></form>
    <form method="post" action="${pathOf(end_url)}"><button class="end">End it now</button></form>`;

// By its path: behind a proxy, the page's own address need not be the public one.
const pathOf = (url: string) => new URL(url).pathname;

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1f36; --paper: #f6f8fa; --card: #fff; --brand: #3f3cbb; --bad: #b3093c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f3f7; --paper: #12141c; --card: #1d2130; --brand: #8f8cff; --bad: #ff8fab; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.125rem; font-weight: 600; margin: 0; }
.amount { font-size: 2.25rem; font-weight: 700; margin: 0 0 1.25rem; }
[role=status] { background: var(--card); border-radius: 0.75rem; padding: 1.25rem; }
button { width: 100%; min-height: 3.25rem; margin-top: 1.25rem; border: 0; border-radius: 0.5rem; font: inherit;
  font-weight: 600; background: var(--brand); color: var(--card); cursor: pointer; }
button.end { background: var(--bad); }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
`;
