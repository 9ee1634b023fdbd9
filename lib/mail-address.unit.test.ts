import { addressOf } from '#lib/mail-address';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

test.each([
  ['Ann@Example.ORG', 'ann@example.org'],
  ['ann@münchen.example', 'ann@xn--mnchen-3ya.example'],
  ['ann@MU\u0308NCHEN.example', 'ann@xn--mnchen-3ya.example'],
  ['ann@XN--MNCHEN-3YA.example', 'ann@xn--mnchen-3ya.example'],
  ['ann@例え。テスト', 'ann@xn--r8jz45g.xn--zckzah'],
  ['ann@example.org.', 'ann@example.org'],
  ['Jose\u0301@example.org', 'josé@example.org'],
])('%s is the mailbox %s', (written, mailbox) => {
  expect(addressOf(written)).toBe(mailbox);
});

test.each([
  ['ann@example.org/x', 'ann@example.org'],
  ['ann@1.2', 'ann@1.0.0.2'],
  ['ann+gifts@example.org', 'ann@example.org'],
  ['ann@münchen.example?x', 'ann@münchen.example'],
  ['ann@ex\u0430mple.org', 'ann@example.org'], // a Cyrillic letter
])('%s is not the mailbox %s', (one, another) => {
  expect(addressOf(one)).not.toBe(addressOf(another));
});

test('the one form of an address is its own form', () => {
  const domain = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `${text}.example`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), domain, (local, host) => {
      const once = addressOf(`${local}@${host}`);
      expect(addressOf(once)).toBe(once);
    }),
  );
});
