// How e-mail addresses are told apart: what counts as one mailbox.
import { domainToASCII } from 'node:url';

/**
 * The one form of an address: in small letters, composed, its domain as the DNS has it (`münchen.example` and
 * `xn--mnchen-3ya.example` are one). No looser: NFKC, or leaving out what follows a `+`, makes one of mailboxes that may be
 * two people's.
 */
export function addressOf(email: string): string {
  const lower = email.normalize('NFC').toLowerCase().normalize('NFC');
  const at = lower.lastIndexOf('@');
  return `${lower.slice(0, at + 1)}${domainOf(lower.slice(at + 1))}`;
}

function domainOf(domain: string): string {
  const dotted = domain.replace(/[\u3002\uff0e\uff61]/g, '.').replace(/\.$/, '');
  // Only names in other scripts are converted: what is ASCII already, Node would read as a URL's host, and 1.2 as 1.0.0.2.
  if (!OTHER_SCRIPT.test(dotted)) return dotted;
  return domainToASCII(dotted) || dotted;
}

// With a letter that is not ASCII, and with nothing that ends the host of a URL.
const OTHER_SCRIPT = /^(?=.*(?!\p{ASCII})\p{L})[\p{L}\p{M}\p{N}.\u200c\u200d\u00b7-]+$/u;
