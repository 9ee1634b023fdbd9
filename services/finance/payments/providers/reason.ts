const LONGEST = 200;

/** What a provider says of a failure, as a line of a length that messages take; undefined where it says nothing. */
export function asReason(said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined;
  const line = said.replace(/\p{Cc}+/gu, ' ').trim();
  // Not through the middle of a character.
  return line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') || undefined;
}
