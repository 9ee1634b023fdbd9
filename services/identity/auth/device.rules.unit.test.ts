import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deviceOf } from './device.rules.ts';

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari on a Mac',
  ],
  ['Mozilla/5.0 (compatible; something)', 'A browser'],
  ['curl/8.5.0', 'curl'],
  ['node', 'node'],
  ['<b>me</b>', null],
  ['', null],
  [undefined, null],
])('%s is %s', (user_agent, device) => {
  expect(deviceOf(user_agent)).toBe(device);
});

test('whatever a client says of itself, its device is a few plain words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (user_agent) => {
      expect(deviceOf(user_agent) ?? 'nothing').toMatch(/^[\w. -]{1,60}$/);
    }),
  );
});
