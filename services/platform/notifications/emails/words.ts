// What strangers have typed, as it may stand in an e-mail: they may have typed somebody else's address beside it.
import { isLonger, isVisible } from '#contracts/text';

/** A name as one line, and none at all where it could be a message or lead somewhere. */
export function nameIn(name: string): string {
  const line = lineOf(name);
  if (isLonger(line, LONGEST_NAME) || !isVisible(line)) return '';
  return LEADS_AWAY.test(line.normalize('NFKC')) ? '' : line;
}

/** A campaign as it is called in a sentence: by its title in quotes, unless that could lead somewhere. */
export function campaignIn(title: string): string {
  const line = lineOf(title);
  return line === '' || INVITES.test(line.normalize('NFKC')) ? 'a campaign' : `“${line}”`;
}

export const lineOf = (text: string): string =>
  text.replace(/(?:(?!\p{Join_Control})[\p{C}\p{Z}])+/gu, ' ').trim();

/** The salutation. `name` is one of nameIn. */
export const hello = (name: string): string => `Hello${name && ` ${name}`},`;

// Parts of links and addresses, and as many digits as a telephone number has. A dot within a word belongs to a link unless a
// single letter follows it, as in "J.R.R. Tolkien": no domain ends in one. The second dot is the one that browsers take for it.
const LEADS_AWAY = /[/@:<>\\]|[.\u3002](?=\S)(?!\p{L}\p{M}*(?:[.\s]|$))|www|(\p{Nd}\P{Nd}*){5}/iu;
// A title has colons, dates and years.
const INVITES = /[@<>\\]|\/\/|\.\p{L}\S|www|(\d[ ().+/-]*){9}/iu;

const LONGEST_NAME = 60;
