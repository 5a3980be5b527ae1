/**
 * Addresses of senders, as a mail's header carries them: a local part of ASCII (RFC 5321 §4.1.2, without quotes) and a domain of two
 * labels or more, in any script. Scripts that look alike may not be mixed within a label, as registries and browsers hold it
 * (Unicode Technical Standard 39, §5.2, "highly restrictive").
 */
import type { ProblemCode } from '#core/problems/catalogue.ts';

type Fault = Extract<ProblemCode, 'field.not-email' | 'messages.address-not-ascii' | 'messages.address-mixed-scripts'>;

const local = /^(?!\.)(?!.*\.\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** Chinese, Japanese and Korean are written in several scripts at once, with Latin letters among them. */
const together =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Latin}\p{N}\p{M}-])*$/u;
const single = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
];

function mixes(text: string): boolean {
  return !together.test(text) && single.filter((script) => script.test(text)).length > 1;
}

/** Trimmed, in Unicode's composed form, its domain in lower case. */
export function tidyAddress(text: string): string {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** What is wrong with a tidy address, or nothing. */
export function addressFault(address: string): Fault | undefined {
  const at = address.lastIndexOf('@');
  const [name, domain] = [address.slice(0, at), address.slice(at + 1)];
  const labels = domain.split('.');
  if (at < 1 || address.length > 254 || labels.length < 2 || /^\p{N}+$/u.test(labels.at(-1) ?? '')) return 'field.not-email';
  if (/[^\p{ASCII}]/u.test(name)) return 'messages.address-not-ascii';
  if (!local.test(name) || !labels.every((one) => label.test(one))) return 'field.not-email';
  return labels.some(mixes) ? 'messages.address-mixed-scripts' : undefined;
}
