import { expect, test } from '@jest/globals';
import { aPayment } from './payment.fixture.ts';
import { paidPage, stripePage, type Shown } from './stripe.page.ts';

const shown = (changes: Partial<Shown> = {}) =>
  stripePage({
    amount: 1050,
    currency: 'EUR',
    status: 'requires_payment_method',
    is_declined: false,
    client_secret: 'pi_1_secret_2',
    publishable_key: 'pk_test_1',
    return_url: 'https://give.example/pay/1',
    ...changes,
  });

test("the form is Stripe's, from Stripe's own site, in the release of the library", () => {
  const { html } = shown();
  expect(html).toContain('<script src="https://js.stripe.com/endive/stripe.js"></script>');
  expect(html).toContain(
    'data-key="pk_test_1" data-secret="pi_1_secret_2" data-back="https://give.example/pay/1"',
  );
});

test.each([
  [1050, 'EUR', 'Pay €10.50'],
  [500, 'JPY', 'Pay ¥500'],
  [1050, 'HUF', 'Pay HUF\u00a010.50'],
  [5120, 'KWD', 'Pay KWD\u00a05.120'],
])('%i %s is written as %s', (amount, currency, text) => {
  expect(shown({ amount, currency }).html).toContain(text);
});

test.each([
  ['succeeded', 'has been received'],
  ['processing', 'may take some days'],
  ['requires_capture', 'may take some days'],
  ['canceled', 'Nothing was taken'],
] as const)('of a payment that is %s it says so, and loads nothing of Stripe', (status, text) => {
  const { html } = shown({ status });
  expect(html).toContain(text);
  expect(html).not.toMatch(/<script|client_secret|pi_1_secret/);
});

test('who has declined once may try again', () => {
  expect(shown({ status: 'requires_action' }).html).toContain('<form');
});

test('who comes back without success reads that nothing was taken, above a form to try again', () => {
  const { html } = shown({ is_declined: true });
  expect(html).toMatch(/<form[^]*<p role="alert">The payment did not succeed, and nothing was taken/);
  expect(shown().html).toContain('<p role="alert"></p>');
});

test.each([
  ['CAPTURED', 'has been received'],
  ['SETTLED', 'has been received'],
  ['PARTIALLY_REFUNDED', 'Part of it has been refunded'],
  ['REFUNDED', 'has been refunded'],
  ['DISPUTED', 'disputes'],
] as const)('of a payment that is %s it says so without asking Stripe, and has no form', (status, text) => {
  const html = paidPage(aPayment({ status, captured_amount: 1000 }))?.html;
  expect(html).toContain(text);
  expect(html).not.toMatch(/<form|<script/);
});

test.each(['PENDING', 'AUTHORIZED', 'FAILED', 'VOIDED'] as const)(
  'of a payment that is %s only Stripe can say where it stands',
  (status) => expect(paidPage(aPayment({ status }))).toBeUndefined(),
);

test('whatever is shown is text', () => {
  const { html } = shown({ return_url: 'https://give.example/"><script>1</script>' });
  expect(html).not.toContain('"><script>1');
});

test('nothing runs but the script of the page and what is from Stripe', () => {
  const { csp } = shown();
  expect(csp).toMatch(
    /script-src 'sha256-[\w+/=]{44}' https:\/\/js\.stripe\.com https:\/\/\*\.js\.stripe\.com;/,
  );
  expect(csp).not.toMatch(/script-src[^;]*unsafe/);
});
