// What a value of each format of the description looks like: by the standards, not by the platform's own checks.

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export const formats: Record<string, (value: never) => boolean> = {
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  email: (text: string) => /^[^\s@]+@[^\s@]+$/.test(text),
  'date-time': (text: string) => TIME.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => URL.canParse(text, 'http://any'),
  'json-pointer': (text: string) => /^(\/([^~/]|~[01])*)*$/.test(text),
  'iso-4217': (text: string) => /^[A-Z]{3}$/.test(text),
};

/** Of integers: from -(2^(bits - 1)). */
const signed = (bits: number) => (value: number) =>
  Number.isInteger(value) && Math.abs(value) <= 2 ** (bits - 1);

export const integerFormats = { int32: signed(32), int64: signed(64) };
