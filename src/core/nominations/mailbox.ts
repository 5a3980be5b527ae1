/** E-mail addresses as mail itself tells them apart: written differently, they may still reach one mailbox. */

/**
 * Providers that leave full stops in the first part out of account; and names of one provider under which an address reaches the same person.
 * Where a provider gives the same first part to two people under two names, these are two mailboxes.
 */
const dotless = new Set(['gmail.com']);
const alsoCalled: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/**
 * Rule: lower case, trimmed; what follows a plus in the first part is gone, as mail servers deliver it (RFC 5233); where the provider leaves
 * full stops out of account they are gone too. '' for what is no address. Never shown and never written to: it only compares.
 */
export function mailboxOf(address: string): string {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return '';
  const written = text.slice(at + 1);
  const domain = alsoCalled[written] ?? written;
  const local = text.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${dotless.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}
