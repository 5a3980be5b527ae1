/** Whether two companies may be one, and what speaks for and against it. People decide; this only asks them. */
import { registeredDomain } from './domains.ts';
import { type NormalName, normalName, soundOf } from './normal.ts';
import { type NameReason, namesAlike } from './similarity.ts';

export type CompanyFacts = {
  /** The official name first, then all others. */
  readonly names: readonly string[];
  readonly domains: readonly string[];
  /** ISO 3166-1, two letters. */
  readonly country?: string | undefined;
};

export type Profile = { readonly names: readonly NormalName[]; readonly domains: readonly string[]; readonly country: string | undefined };

export type Evidence =
  | NameReason
  | { readonly kind: 'same-domain'; readonly domain: string }
  | { readonly kind: 'other-country'; readonly of: readonly [string, string] }
  | { readonly kind: 'other-form'; readonly of: readonly [string, string] }
  | { readonly kind: 'other-domain' };

export type Likeness = { readonly score: number; readonly evidence: readonly Evidence[] };

/** From this score on somebody is asked. Chosen on the first half of the labelled pairs. */
export const askedFrom = 850;

export function profileOf({ names, domains, country }: CompanyFacts): Profile {
  const registered = domains.flatMap((domain) => registeredDomain(domain) ?? []);
  return { names: names.map(normalName).filter(({ words }) => words.length > 0), domains: [...new Set(registered)], country };
}

type Against = { readonly share: number; readonly evidence: Evidence };

function otherForm(a: NormalName, b: NormalName): Against[] {
  if (a.form === undefined || b.form === undefined || a.form === b.form || a.latin !== b.latin) return [];
  const of = [a.form, b.form] as const;
  const meet = a.countries.length === 0 || b.countries.length === 0 || a.countries.some((country) => b.countries.includes(country));
  return meet ? [] : [{ share: 830, evidence: { kind: 'other-form', of } }];
}

function againstOf(a: Profile, b: Profile, best: readonly [NormalName, NormalName] | undefined): Against[] {
  const found = best ? otherForm(...best) : [];
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country)
    found.push({ share: 800, evidence: { kind: 'other-country', of: [a.country, b.country] } });
  const apart = a.domains.length > 0 && b.domains.length > 0 && !a.domains.some((domain) => b.domains.includes(domain));
  if (apart) found.push({ share: 900, evidence: { kind: 'other-domain' } });
  return found;
}

/**
 * 0 to 1000: the likeness of the two most alike names; a shared domain closes nine tenths of what is missing; another country, a legal
 * form of another country, and other domains each take their share away.
 */
export function mayBeOne(a: Profile, b: Profile): Likeness {
  let score = 0;
  let reasons: readonly NameReason[] = [];
  let best: readonly [NormalName, NormalName] | undefined;
  for (const mine of a.names)
    for (const theirs of b.names) {
      const likeness = namesAlike(mine, theirs);
      if (likeness.score <= score) continue;
      [score, reasons, best] = [likeness.score, likeness.reasons, [mine, theirs]];
    }
  const domain = a.domains.find((one) => b.domains.includes(one));
  if (domain !== undefined) score = 1000 - Math.floor((1000 - score) / 10);
  const against = againstOf(a, b, best);
  for (const { share } of against) score = Math.floor((score * share) / 1000);
  return {
    score,
    evidence: [
      ...(domain === undefined ? [] : [{ kind: 'same-domain', domain } as const]),
      ...reasons,
      ...against.map(({ evidence }) => evidence),
    ],
  };
}

/**
 * What two companies must share to be compared at all, so that nobody compares everybody with everybody: a domain, the whole name, or of a
 * word that tells companies apart its beginning, its end, or its consonants. One slip spares one of the three.
 */
export function blockingKeys({ names, domains }: Profile): string[] {
  const keys = domains.map((domain) => `d:${domain}`);
  for (const { words, joined, initials } of names) {
    keys.push(`n:${joined}`, `k:${soundOf(joined)}`);
    if (initials.length > 3) keys.push(`n:${initials}`);
    const telling = words.filter(({ weight }) => weight === 1000);
    for (const { text } of telling.length > 0 ? telling : words) {
      if (text.length < 3) continue;
      keys.push(`b:${text.slice(0, 5)}`, `k:${soundOf(text)}`);
      if (text.length > 4) keys.push(`e:${text.slice(-5)}`);
    }
  }
  return [...new Set(keys)].filter((key) => key.length > 3);
}
