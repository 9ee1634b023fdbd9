// E-mail addresses: what may be one, in which spelling.
import { isVisible } from './text.ts';

/** Whether this may be an e-mail address: only an e-mail that arrives can tell. */
export function isEmail(text: string): boolean {
  if (text.length > 254 || !FORM.test(text)) return false;
  const [local, domain] = partsOf(text);
  return isVisible(local) && hostOf(domain) !== undefined;
}

const FORM = /^[^\s\p{C}@<>(),;:"\\]+@[^\s\p{C}@<>(),;:"\\/?#%[\]]+\.[^\s\p{C}@<>(),;:"\\/?#%[\]]+$/u;

/**
 * An address in one spelling: composed, and its domain as DNS has it, so that `bücher.example` and `xn--bcher-kva.example` are the
 * one that they are.
 */
export function emailForm(email: string): string {
  const [local, domain] = partsOf(email);
  return `${local}@${hostOf(domain) ?? domain}`;
}

function partsOf(email: string): [local: string, domain: string] {
  const text = email.normalize();
  const at = text.lastIndexOf('@');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A host as browsers understand it (UTS 46); undefined where it can't be one, or is a number, which is read as an IP address. */
function hostOf(domain: string): string | undefined {
  // What ends the host of a URL is part of no domain. A dot at the end says that the name is whole.
  if (/[\s/?#@:%\\[\]]/.test(domain)) return undefined;
  const host = URL.parse(`http://${domain}`)?.hostname.replace(/\.$/, '');
  return host === undefined || /\.\d+$/.test(host) ? undefined : host;
}
