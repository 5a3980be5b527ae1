import { type Fraction, fraction, toDecimal, toText } from '../../numeric/fraction.ts';
import { type Ladder, partTies } from '../../ranking/ladder.ts';
import { type LevelAward, levelsOf } from '../../ranking/levels.ts';
import { forAll, lot, type Rung } from '../../ranking/rungs.ts';
import { type Blended, blend } from '../../scoring/blending/blend.ts';
import type { EntryScore } from '../../scoring/entry-score.ts';
import type { NoPlace } from '../../scoring/standing.ts';
import { isTooFew } from '../among-ranked.ts';
import type { Places } from '../official-places.ts';
import type { Exact, VerdictEntry } from '../verdict.ts';
import { type Known, metricLines, partsOf } from './parts.ts';
import type { Round } from './round.ts';

const exact = (value: Fraction): Exact => ({ fraction: toText(value), decimal: toDecimal(value, 4) });

const ofText = (text: unknown): Exact => {
  const [n = '0', d = '1'] = String(text).split('/');
  return exact(fraction(BigInt(n), BigInt(d)));
};

/** What each source came to, by the lines of the blend. */
const sourcesOf = ({ derivation }: Blended): NonNullable<VerdictEntry['sources']> =>
  derivation.map(({ key, facts }) => ({
    source: String(facts.source),
    score: key === 'missing' ? null : ofText(key === 'share' ? facts.score : facts.value),
  }));

/** Why an entry has no place: a gate of a round it did not pass, else the sources that say nothing of it. */
function noPlaceOf(rounds: readonly Round[], category: string, { entry, score, derivation }: Blended): NoPlace | null {
  const gate = rounds.map((round) => round.entry(category, entry)).find((own) => own?.status === 'not-eligible');
  if (gate?.noPlace) return gate.noPlace;
  if (score) return null;
  const missing = derivation.filter(({ key }) => key === 'missing').map(({ facts }) => String(facts.source));
  return { key: 'source-missing', facts: { sources: missing.join(', ') } };
}

function rungsOf({ rules, rounds }: Known, category: string, blended: readonly Blended[]): readonly Rung[] {
  const name = (entry: number): string => blended[entry]?.entry ?? '';
  const scoreIn = (source: string, entry: number): Fraction | undefined => {
    const line = blended[entry]?.derivation.find(({ facts }) => facts.source === source);
    const [n, d = '1'] = String(line?.facts.score ?? '').split('/');
    return n === undefined || n === '' ? undefined : fraction(BigInt(n), BigInt(d));
  };
  return rules.ties.flatMap((rung): Rung[] => {
    const ask = (criteria: readonly string[], answer: (entry: number) => Fraction | undefined): Rung[] => [
      { by: rung.by, criteria, ask: (group) => forAll(group, answer) },
    ];
    if (rung.by === 'source') return ask([rung.source], (entry) => scoreIn(rung.source, entry));
    if (rung.by === 'lot') return ask([], (entry) => lot(rules.seed, category, name(entry)));
    if (rung.by !== 'criterion') return [];
    const round = rounds.find(({ rule }) => rule.criteria.some(({ id }) => id === rung.criterion));
    return ask([rung.criterion], (entry) => round?.mean(rung.criterion, category, name(entry)));
  });
}

function awardsOf({ rules, rounds }: Known, category: string, scores: readonly EntryScore[], blended: readonly Blended[], places: Places) {
  const floors = new Set(rules.levels.flatMap((level) => level.floors?.map(({ criterion }) => criterion) ?? []));
  const meansOf = (entry: string) =>
    new Map(
      [...floors].flatMap((criterion) => {
        const round = rounds.find(({ rule }) => rule.criteria.some(({ id }) => id === criterion));
        const mean = round?.mean(criterion, category, entry);
        return mean ? [[criterion, mean] as const] : [];
      }),
    );
  const standings = scores.map(({ entry, score }) => {
    return { entry, place: places.get(entry)?.place ?? null, score, means: meansOf(blended[entry]?.entry ?? '') };
  });
  return levelsOf(standings, rules.levels);
}

function brokenFor({ steps }: Ladder, entry: number, blended: readonly Blended[]): VerdictEntry['tieBroken'] {
  const step = steps.findLast(({ groups }) => groups.some(({ entries }) => entries.includes(entry)));
  if (!step) return null;
  const from = step.groups.flatMap(({ entries }) => (entries.includes(entry) ? [] : entries));
  return { by: step.by, criteria: step.criteria, from: from.map((other) => blended[other]?.entry ?? '').sort() };
}

/** What the model would say of an entry: nothing, as it covers one round at a time. */
const noDoubt = {
  mean: null,
  corrected: null,
  correctedRank: null,
  standardError: null,
  rankInterval: null,
  pFirst: null,
  pTop: null,
  inWinnerSet: false,
} as const;

/** Ballots of an entry in all rounds; which round each is of is said where there are several. */
function ballotsOf(rounds: readonly Round[], category: string, entry: string) {
  const all = rounds.map((round) => ({ own: round.entry(category, entry), of: rounds.length > 1 ? { round: round.rule.round } : {} }));
  return {
    ballots: all.flatMap(({ own, of }) => (own?.ballots ?? []).map((ballot) => ({ ...ballot, ...of }))),
    setAside: all.flatMap(({ own, of }) => (own?.setAside ?? []).map((ballot) => ({ ...ballot, ...of }))),
  };
}

type Written = {
  readonly blended: Blended;
  readonly noPlace: NoPlace | null;
  readonly award: LevelAward | undefined;
  readonly ladder: Ladder;
};

/** The standings of one category by the blended score, best first; entries without a place last. */
export function blendedStandings(known: Known, category: string, names: ReadonlyMap<string, string | null>): readonly VerdictEntry[] {
  const { rules, rounds, scale } = known;
  const listed = [...names.keys()];
  const first = blend(listed, partsOf(known, category, listed), scale);
  // A gate of one round keeps an entry out whatever the others say, so that nobody is placed behind it.
  const out = new Map(first.map((each) => [each.entry, noPlaceOf(rounds, category, each)]));
  const kept = new Map(
    blend(
      listed.filter((entry) => out.get(entry) === null),
      partsOf(known, category, listed),
      scale,
    ).map((each) => [each.entry, each]),
  );
  const blended = first.map((each) => kept.get(each.entry) ?? { ...each, score: null, place: null, tied: false });
  const scores = blended.map(
    ({ entry, score, place, tied }, i): EntryScore => ({
      entry: i,
      status: out.get(entry) ? 'insufficient' : 'ranked',
      noPlace: out.get(entry) ?? null,
      score,
      place,
      tied,
      derivation: [],
      ballots: [],
      setAside: [],
    }),
  );
  const ladder = partTies({ entries: scores }, rungsOf(known, category, blended));
  const tooFew = isTooFew({ entries: scores });
  const awards = new Map(
    awardsOf(known, category, scores, blended, tooFew ? new Map() : ladder.places).map((award) => [award.entry, award]),
  );
  const write = (i: number, { blended: own, noPlace, award }: Written): VerdictEntry => {
    const place = ladder.places.get(i);
    const official = tooFew ? undefined : place;
    return {
      entry: own.entry,
      group: names.get(own.entry) ?? null,
      status: noPlace === null ? 'ranked' : noPlace.key === 'gate-not-passed' ? 'not-eligible' : 'insufficient',
      noPlace,
      rank: official?.place ?? null,
      tied: official?.tied ?? false,
      tieBroken: brokenFor(ladder, i, blended),
      level: award?.level ?? null,
      levelChecks: award?.checks ?? [],
      raw: own.score && exact(own.score),
      rawRank: place?.place ?? null,
      ...noDoubt,
      goesThrough: place !== undefined && (tooFew ? kept.size <= rules.seats : place.place <= rules.seats),
      pool: official ? 0 : null,
      sources: sourcesOf(own),
      derivation: [...metricLines(known, category, own.entry), ...own.derivation],
      ...ballotsOf(rounds, category, own.entry),
    };
  };
  const entries = blended.map((own, i) => write(i, { blended: own, noPlace: out.get(own.entry) ?? null, award: awards.get(i), ladder }));
  const last = Number.MAX_SAFE_INTEGER;
  return entries.sort((a, b) => (a.rawRank ?? last) - (b.rawRank ?? last) || (a.entry < b.entry ? -1 : 1));
}
