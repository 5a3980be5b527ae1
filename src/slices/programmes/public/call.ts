/** The call as its page tells it: plain values, dates in the programme's zone. */
import { openCategories } from '#core/categories/tree.ts';
import { mainScorecard } from '#core/editions/key.ts';
import type { Phase } from '#core/season/phases.ts';
import type { Ctx } from '#platform/context.ts';
import { type ToldTier, toldTiers } from '../contents/fees.ts';
import { type ToldDates, toldDates } from '../edition.ts';
import { newestRemarks, type ToldRemark } from '../remarks/views.ts';
import { type ToldCard, toldCard } from './cards.ts';
import { type ToldChapter, toldChapters } from './chapters.ts';
import { type ToldPhase, toldPhases } from './dates.ts';
import { type Reading, readingOf } from './reading.ts';
import type { ToldLanguages } from './telling.ts';
import { type ToldNode, type ToldSponsor, toldSponsor, toldTree } from './tree.ts';
import type { ProgrammeForPublic } from './views.ts';

/** What an edition says beside what every edition has. */
export type Rulebook = {
  readonly about: string;
  readonly judging: string;
  readonly tree: readonly ToldNode[];
  readonly phases: readonly ToldPhase[];
  /** Scorecards open categories are judged by, the one most are judged by first. */
  readonly cards: readonly ToldCard[];
  readonly fees: { readonly text: string; readonly tiers: readonly ToldTier[] };
  readonly questions: readonly { readonly key: string; readonly question: string; readonly answer: string }[];
  readonly sponsors: readonly ToldSponsor[];
  readonly chapters: readonly ToldChapter[];
  readonly sources: readonly string[];
  readonly illustrative: readonly string[];
};

export type Call = {
  readonly languages: ToldLanguages;
  readonly programme: {
    readonly slug: string;
    readonly name: string;
    readonly strapline: string;
    readonly summary: string;
    readonly zone: string;
  };
  readonly edition: { readonly slug: string; readonly name: string; readonly phase: Phase; readonly seats: number };
  readonly dates: ToldDates;
  /** Milliseconds from now to the instant that is due next, in whole minutes; negative for one that has passed. */
  readonly away: number;
  readonly categories: readonly { readonly id: string; readonly code: string; readonly name: string; readonly description: string }[];
  /** `share` of all weights, 0 to 1. */
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly question: string; readonly share: number }[];
  readonly scale: { readonly min: number; readonly max: number };
  /** Editions whose winners can be read, newest first. */
  readonly past: readonly { readonly slug: string; readonly name: string }[];
  /** Whether anybody has won yet, in an edition that ran here or in a list of older ones. */
  readonly won: boolean;
  /** What people asked or said last, as everybody may read it. */
  readonly asked: readonly ToldRemark[];
  /** Whether entries answer forms, rather than having one text and files. */
  readonly hasForms: boolean;
  /** Undefined where nothing but the edition's dates, categories and criteria was written. */
  readonly rulebook: Rulebook | undefined;
};

function nextInstant({ phase, entriesOpenAt, entriesCloseAt, judgingCloseAt, announcedAt }: ProgrammeForPublic['edition']): Date {
  switch (phase) {
    case 'upcoming':
      return entriesOpenAt;
    case 'entries-open':
      return entriesCloseAt;
    case 'screening':
    case 'judging-open':
    case 'deciding':
      return judgingCloseAt;
    case 'announced':
      return announcedAt ?? judgingCloseAt;
  }
}

const minute = 60_000;

function cardsOf(reading: Reading): ToldCard[] {
  const used = Map.groupBy(openCategories(reading.categories), ({ inherited }) => inherited.scorecard ?? mainScorecard);
  return Object.entries(reading.scorecards)
    .flatMap(([key, card]) => (used.has(key) ? [toldCard(reading, key, card)] : []))
    .sort((a, b) => (used.get(b.key)?.length ?? 0) - (used.get(a.key)?.length ?? 0));
}

function rulebookOf(reading: Reading, now: number): Rulebook {
  const { texts, say, timeline } = reading;
  const { zone, phase } = reading.page.edition;
  const tiers = toldTiers({ timeline, zone, say }, phase === 'entries-open' ? now : undefined);
  return {
    about: texts.about === undefined ? '' : say(texts.about),
    judging: texts.judging === undefined ? '' : say(texts.judging),
    tree: toldTree(reading),
    phases: toldPhases(reading, now),
    cards: cardsOf(reading),
    fees: { text: texts.fees === undefined ? '' : say(texts.fees), tiers },
    questions: texts.questions.map(({ key, question, answer }) => ({ key, question: say(question), answer: say(answer) })),
    sponsors: texts.sponsors.flatMap(({ key }) => toldSponsor(reading, key) ?? []),
    chapters: toldChapters(reading),
    sources: texts.sources,
    illustrative: texts.illustrative.map(say),
  };
}

export async function callOf(ctx: Ctx, slug: string, editionSlug?: string): Promise<Call> {
  const reading = await readingOf(ctx, slug, editionSlug);
  const { programme, edition, categories, past, listed } = reading.page;
  const criteria = reading.page.criteria.filter(({ gate }) => gate === null);
  // Readiness counts it as said when either says it.
  const { strapline } = reading.texts;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const call = {
    programme: { ...programme, strapline: strapline === undefined ? programme.strapline : reading.say(strapline) },
    edition: { slug: edition.slug, name: edition.name, phase: edition.phase, seats: edition.seats },
    dates: toldDates(edition),
    // Told no finer, so that the page stays the same for a minute.
    away: Math.trunc((nextInstant(edition).getTime() - ctx.now.getTime()) / minute) * minute,
    categories,
    criteria: criteria.map(({ id, name, question, weight }) => ({ id, name, question, share: weight / total })),
    scale: { min: criteria[0]?.scaleMin ?? 0, max: criteria[0]?.scaleMax ?? 0 },
    past: past.map(({ slug: pastSlug, name }) => ({ slug: pastSlug, name })),
    asked: await newestRemarks(ctx, reading.page.id, programme.zone),
    won: listed || past.length > 0 || edition.phase === 'announced',
    hasForms: Object.keys(reading.forms).length > 0,
    rulebook: reading.written ? rulebookOf(reading, ctx.now.getTime()) : undefined,
  };
  return { ...call, languages: reading.languages() };
}
