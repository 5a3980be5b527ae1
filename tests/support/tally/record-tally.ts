/** Both bundles of a tally at hand, under secrets that are none, so that the same tally makes the same bytes. */

import type { BallotTable } from '#core/scoring/ballot-table.ts';
import type { Sources } from '#core/verdict/blended/sources.ts';
import type { Override } from '#core/verdict/overrides.ts';
import { type Bundled, bundleTally } from '#core/verdict/recounted/bundle-tally.ts';
import type { TallyRules } from '#core/verdict/rules.ts';

const secret = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** A table alone is a tally of one round. */
export function bundlesOf(given: BallotTable | Sources, rules: TallyRules, overrides: readonly Override[] = []): Bundled {
  const sources = 'values' in given ? given : { rounds: [given], values: [], votes: [] };
  const secrets = { pseudonyms: secret(1), salts: secret(2), seed: secret(3) };
  const made = { sources, overrides, rules, at: '2027-03-19T18:12:00.000Z', origin: 'handbell/2027', secrets };
  return bundleTally(made, { software: 'plaudit 0', readme: () => '' });
}
