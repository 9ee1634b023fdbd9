// What a client is called, by what it says of itself.

// The first that fits: browsers name those that they descend from as well.
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPod)\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

// A program that is no browser: the name that it begins with, as in `curl/8.5.0`.
const OTHER = /^([A-Za-z][\w.-]{0,39})(?:\/|$)/;

/** A device in words: `Firefox on Linux`, `curl`; null where a User-Agent says nothing. At most 60 characters. */
export function deviceOf(user_agent: string | undefined): string | null {
  if (!user_agent) return null;
  const find = (names: typeof PROGRAMS) => names.find(([sign]) => sign.test(user_agent))?.[1];
  const system = find(SYSTEMS);
  const isBrowser = user_agent.startsWith('Mozilla/');
  const program = isBrowser ? (find(PROGRAMS) ?? 'A browser') : OTHER.exec(user_agent)?.[1];
  if (program === undefined) return null;
  return system === undefined ? program : `${program} on ${system}`;
}
