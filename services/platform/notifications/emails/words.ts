// What strangers have typed, as it may stand in an e-mail: they may have typed somebody else's address beside it.

/** A name as one line, and none at all where it could be a message or lead somewhere. */
export function nameIn(name: string): string {
  const line = lineOf(name);
  return line.length > LONGEST_NAME || LEADS_AWAY.test(line.normalize('NFKC')) ? '' : line;
}

/** A campaign as it is called in a sentence: by its title in quotes, unless that could lead somewhere. */
export function campaignIn(title: string): string {
  const line = lineOf(title);
  return line === '' || INVITES.test(line.normalize('NFKC')) ? 'a campaign' : `“${line}”`;
}

export const lineOf = (text: string): string => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();

/** The salutation. `name` is one of nameIn. */
export const hello = (name: string): string => `Hello${name && ` ${name}`},`;

// Parts of links and addresses, and as many digits as a telephone number has.
const LEADS_AWAY = /[/@:<>\\]|\.\S|www|(\d\D*){5}/i;
// A title has colons, dates and years.
const INVITES = /[@<>\\]|\/\/|\.\p{L}\S|www|(\d[ ().+/-]*){9}/iu;

const LONGEST_NAME = 60;
