import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { anEvent, anIntent } from '#test/stripe/objects';
import { SECRET_KEY, signatureOf } from '#test/stripe/server';
import { expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { stripe } from './stripe.ts';

const secrets = { next: 'whsec_next', current: 'whsec_current', retired: 'whsec_retired' };
const provider = stripe(
  {
    secret_key: SECRET_KEY,
    publishable_key: 'pk_test_local',
    api_url: 'http://127.0.0.1:1',
    webhook_secrets: [secrets.next, secrets.current],
  },
  'https://give.example',
);

const body = JSON.stringify(anEvent('payment_intent.succeeded', anIntent({ metadata: {} })));
const verify = (text: string, signature: string) =>
  provider.verify({ headers: { 'stripe-signature': signature }, body: text });
const codeFor = (text: string, signature: string) => {
  try {
    verify(text, signature);
    return 'ok';
  } catch (error) {
    return codeOf(error);
  }
};
const nowS = () => Math.floor(world.nowMs() / 1000);

test('is known by its id and type, and is about no payment where it names none of ours', async () => {
  const { id, type } = JSON.parse(body) as Stripe.Event;
  const verified = verify(body, signatureOf(body, [secrets.current]));
  expect(verified).toMatchObject({ webhook_id: id, type });
  expect(await verified.about()).toBeUndefined();
});

test('says the same each time that it is sent, however Stripe lays it out', () => {
  const event = JSON.parse(body) as Stripe.Event;
  const again = JSON.stringify({ ...event, pending_webhooks: 7 }, null, 2);
  const other = JSON.stringify({ ...event, type: 'payment_intent.canceled' });
  const contentOf = (text: string) => verify(text, signatureOf(text, [secrets.current])).content;
  expect(contentOf(again)).toBe(contentOf(body));
  expect(contentOf(other)).not.toBe(contentOf(body));
});

test.each([
  ['by the secret in use', () => signatureOf(body, [secrets.current]), 'ok'],
  ['by the one that comes after it', () => signatureOf(body, [secrets.next]), 'ok'],
  ['by two, one of which is ours', () => signatureOf(body, [secrets.retired, secrets.current]), 'ok'],
  ['by one that was retired', () => signatureOf(body, [secrets.retired]), 'WEBHOOK_SIGNATURE_INVALID'],
  ['for another body', () => signatureOf(`${body} `, [secrets.current]), 'WEBHOOK_SIGNATURE_INVALID'],
  ['4 minutes ago', () => signatureOf(body, [secrets.current], nowS() - 240), 'ok'],
  ['6 minutes ago', () => signatureOf(body, [secrets.current], nowS() - 360), 'WEBHOOK_SIGNATURE_INVALID'],
  ['in words', () => 't=now,v1=signed', 'WEBHOOK_SIGNATURE_INVALID'],
  ['by nobody', () => '', 'WEBHOOK_SIGNATURE_INVALID'],
])('signed %s', (_what, signature, expected) => {
  expect(codeFor(body, signature())).toBe(expected);
});

test.each([
  ['no JSON', '{'],
  ['no event', '[]'],
  ['an id that no text can hold', JSON.stringify({ ...JSON.parse(body), id: 'evt_\0' })],
  ['no PaymentIntent', JSON.stringify(anEvent('payment_intent.succeeded', { status: 'succeeded' }))],
  [
    'an amount that is none',
    JSON.stringify(
      anEvent('payment_intent.canceled', {
        ...anIntent({ status: 'canceled', metadata: { payment_id: world.newId() } }),
        amount: 'much',
      }),
    ),
  ],
])('that is signed and is %s is unreadable', (_what, text) => {
  expect(codeFor(text, signatureOf(text, [secrets.current]))).toBe('BODY_UNREADABLE');
});
