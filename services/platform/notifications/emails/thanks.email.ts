import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello, lineOf } from './words.ts';

/** An owner's words to a donor, as typed; what is ours says whose they are. */
export function thanksEmail(it: {
  to: Addressee;
  /** The owner's name; empty where it can't be printed. */
  owner: string;
  title: string;
  subject: string | null;
  message: string;
  url: string;
}): WrittenEmail {
  const campaign = campaignIn(it.title);
  return {
    to: it.to,
    subject: lineOf(it.subject ?? '') || `Thank you, from ${it.owner || campaign}`,
    text: `${hello(it.to.name)}

${it.owner || 'The owner'} of ${campaign}, to which you gave, writes to you:

${it.message}

-- 
You get this e-mail because you gave to ${campaign}. The words above are its owner's, and nobody has
checked them. We never ask for passwords or card numbers by e-mail.

This is your pledge:

${it.url}
`,
  };
}
