import { expect, test } from '@jest/globals';
import { stripePage, type Shown } from './stripe.page.ts';

const shown = (changes: Partial<Shown> = {}) =>
  stripePage({
    amount: 1050,
    currency: 'EUR',
    status: 'requires_payment_method',
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
