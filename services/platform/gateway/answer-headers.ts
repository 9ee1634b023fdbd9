// What every answer has, whatever it answers.

/** For browsers: nothing guesses a type, frames an answer, learns where one came from, or runs what is no page of ours. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

// Two years and all hosts below, as browsers' lists of such hosts want it.
const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains';

/** The headers of every answer of a gateway that clients reach at `public_url`. */
export const headersAlways = (public_url: string): readonly (readonly [string, string])[] => [
  ...Object.entries(ALWAYS),
  ...(public_url.startsWith('https:') ? [['strict-transport-security', STRICT_TRANSPORT] as const] : []),
];
