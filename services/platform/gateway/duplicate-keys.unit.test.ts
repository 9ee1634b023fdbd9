import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duplicateIn } from './duplicate-keys.ts';

test.each([
  ['{"a":1,"a":1}', '/a'],
  ['{"a":1,"b":2,"\\u0061":3}', '/a'],
  ['{"a":{"b":[0,{"c":1},{"c":1,"d":"}","c":2}]}}', '/a/b/2/c'],
  ['{"a/b":{"~":1,"~":2}}', '/a~1b/~0'],
  ['{"":1,"":2}', '/'],
  ['{"a":"{\\"a\\":1,","b":[[],[{}],"]"] , "b" : 1}', '/b'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__'],
])('a key that is given twice is found: %s', (text, pointer) => {
  expect(duplicateIn(text)).toEqual({ pointer, message: 'is given twice' });
});

test.each(['{}', '[]', '{"a":"a","b":{"a":1},"c":[{"a":1},{"a":2}]}', '{"a":"\\\\","b":"\\"a\\":"}'])(
  'the same key in another object, or in a text, is none: %s',
  (text) => expect(duplicateIn(text)).toBeUndefined(),
);

test('nothing that JSON.stringify writes has a key twice, and one that is added is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, key) => {
      const text = JSON.stringify({ ...value, [key]: 1 });
      expect(duplicateIn(text)).toBeUndefined();
      expect(duplicateIn(`${text.slice(0, -1)},${JSON.stringify(key)}:2}`)).toBeDefined();
    }),
  );
});
