/** The home of those who run a programme: where it stands, what is due, what is missing. */
import { type EntryState, stands } from '#core/entries/withdrawing.ts';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { timesAt } from '#core/season/timeline/clock.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { countEntries, submissionTimes, waitingThreads } from '#slices/entries/index.ts';
import {
  chaptersManaged,
  chaptersReached,
  type Edition,
  type EditionForManager,
  editionForManager,
  editionsByIds,
  judgesOf,
  type LogLine,
  openCategoriesOf,
  type ProgrammeLine,
  partsOf,
  programmeList,
  programmeRelations,
  programmesScreened,
  recentEvents,
  type ToldDates,
  timesOf,
  toldDates,
  waitingRemarks,
} from '#slices/programmes/index.ts';
import { type ScreenerHome, screenerHome } from './screeners/home.ts';

const shownEvents = 8;

/** Where an edition stands, and what is entered in it as far as the reader reaches. */
export type HomeSeason = {
  readonly edition: Pick<Edition, 'slug' | 'name' | 'programmeSlug' | 'programmeName' | 'zone' | 'published' | 'seats'>;
  readonly phase: Phase;
  readonly now: string;
  readonly dates: ToldDates;
  /** When the timeline says the winners will be announced; null where it does not, or that moment has passed. */
  readonly planned: string | null;
  /** Milliseconds until the phase ends. */
  readonly away: number;
  readonly counts: Readonly<Record<EntryState, number>>;
  /** How many entrants wait for an answer about an entry. */
  readonly asking: number;
  readonly categories: readonly { readonly name: string; readonly submitted: number }[];
  /** Submissions as shares of the time entries are open, 0 to 1. */
  readonly submissions: readonly { readonly at: number }[];
  /** How much of that time has passed. */
  readonly passed: number;
  readonly counted: readonly { readonly at: string; readonly count: number }[];
};

/** All of it, for those who run or audit its programme. */
export type HomeEdition = HomeSeason & {
  /** Codes of what is missing before publishing. */
  readonly missing: readonly string[];
  readonly criteria: number;
  readonly judges: number;
  /** Of judges on entries; `free` is 0 until some were dealt. */
  readonly seats: { readonly dealt: boolean; readonly free: number };
  /** Questions and comments nobody has decided on. */
  readonly asked: number;
  readonly log: readonly (Omit<LogLine, 'at'> & { readonly at: string })[];
};

/** Judging's word on the seats of an edition: whether any were dealt, and how many nobody sits on since. */
type CountSeats = (ctx: Ctx, edition: Edition) => Promise<{ readonly dealt: boolean; readonly free: number }>;

let seatsOf: CountSeats = () => Promise.resolve({ dealt: false, free: 0 });

/** Called once a process by the slice that deals seats. */
export function letCountSeats(count: CountSeats): void {
  seatsOf = count;
}

export type ManagerHome = {
  /** `manages`: the reader may change it, and does not only audit it. */
  readonly programme: { readonly slug: string; readonly name: string; readonly manages: boolean } | undefined;
  readonly edition: HomeEdition | undefined;
  readonly chapter: ChapterHome | undefined;
  /** Of a programme the reader screens for, and does no more. */
  readonly screener: ScreenerHome | undefined;
  /** Other editions of the programme, newest first. */
  readonly editions: readonly { readonly slug: string; readonly name: string }[];
  readonly others: readonly { readonly slug: string; readonly name: string }[];
};

/** The edition that matters now: the newest that is not announced, else the newest. */
function currentEdition(ctx: Ctx, editions: readonly Edition[]): Edition | undefined {
  return editions.find((edition) => phaseAt(timesOf(edition), ctx.now.getTime()) !== 'announced') ?? editions[0];
}

function phaseEnd(edition: Edition, phase: Phase): Date {
  if (phase === 'upcoming') return edition.entriesOpenAt;
  if (phase === 'entries-open') return edition.entriesCloseAt;
  return phase === 'announced' ? (edition.announcedAt ?? edition.judgingCloseAt) : edition.judgingCloseAt;
}

function countStates(counts: Awaited<ReturnType<typeof countEntries>>): Record<EntryState, number> {
  const total: Record<EntryState, number> = { draft: 0, submitted: 0, returned: 0, accepted: 0, withdrawn: 0, ineligible: 0 };
  for (const { state, count } of counts) total[state] += count;
  return total;
}

/** Where an instant lies in the time entries are open: 0 to 1. */
function shareOf(edition: Edition, at: Date): number {
  const [from, to] = [edition.entriesOpenAt.getTime(), edition.entriesCloseAt.getTime()];
  return Math.min(1, Math.max(0, (at.getTime() - from) / (to - from)));
}

/** How many had come in after each sixth of the time entries are open, as far as it has passed, and now. */
function countedBy(edition: Edition, times: readonly Date[], now: Date): { readonly at: Date; readonly count: number }[] {
  const [from, to] = [edition.entriesOpenAt.getTime(), edition.entriesCloseAt.getTime()];
  const sixths = [1, 2, 3, 4, 5, 6].map((n) => new Date(from + (n * (to - from)) / 6)).filter((at) => at < now);
  const last = now.getTime() < to ? [now] : [];
  return [...sixths, ...last].map((at) => ({ at, count: times.filter((time) => time <= at).length }));
}

async function plannedAnnouncement(ctx: Ctx, edition: Edition): Promise<string | null> {
  const { timeline } = await partsOf(ctx, edition);
  const at = timesAt(timeline, edition.zone).phases.find(({ phase }) => phase === 'announcement')?.opensAt;
  return at === undefined || at <= ctx.now.getTime() ? null : zonedText(at, edition.zone);
}

type NamedCategory = { readonly id: string; readonly name: string };

async function homeSeason(ctx: Ctx, edition: Edition, categories: readonly NamedCategory[]): Promise<HomeSeason> {
  const { slug, name, programmeSlug, programmeName, zone, published, seats } = edition;
  const phase = phaseAt(timesOf(edition), ctx.now.getTime());
  const counts = await countEntries(ctx, edition);
  const times = await submissionTimes(ctx, edition);
  const told = (at: Date) => zonedText(at.getTime(), zone);
  const submitted = (category: string) =>
    counts.filter((one) => one.category === category && stands(one.state)).reduce((sum, one) => sum + one.count, 0);
  return {
    edition: { slug, name, programmeSlug, programmeName, zone, published, seats },
    phase,
    now: told(ctx.now),
    dates: toldDates(edition),
    planned: await plannedAnnouncement(ctx, edition),
    away: phaseEnd(edition, phase).getTime() - ctx.now.getTime(),
    counts: countStates(counts),
    asking: await waitingThreads(ctx, edition),
    categories: categories.map((category) => ({ name: category.name, submitted: submitted(category.id) })),
    submissions: times.map((at) => ({ at: shareOf(edition, at) })),
    passed: shareOf(edition, ctx.now),
    counted: countedBy(edition, times, ctx.now).map(({ at, count }) => ({ at: told(at), count })),
  };
}

async function homeEdition(ctx: Ctx, { edition, categories, criteria, missing }: EditionForManager): Promise<HomeEdition> {
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  return {
    ...(await homeSeason(ctx, edition, categories)),
    missing: missing.map(({ path }) => path),
    criteria: criteria.length,
    judges: (await judgesOf(ctx, edition.programme)).length,
    seats: await seatsOf(ctx, edition),
    asked: await waitingRemarks(ctx, edition.programme),
    log: (await recentEvents(ctx, edition.programme, shownEvents)).map(({ at, ...line }) => ({ ...line, at: told(at) })),
  };
}

/** Of somebody who manages chapters: their state, and nothing of the programme besides. */
export type ChapterHome = HomeSeason & { readonly chapters: readonly string[] };

async function chapterHome(ctx: Ctx, { edition, chapters }: OwnChapters): Promise<ChapterHome> {
  const named = await chaptersReached(ctx, { edition: edition.id, chapters });
  const season = await homeSeason(ctx, edition, await openCategoriesOf(ctx, edition.id));
  return { ...season, chapters: named.map(({ name }) => name) };
}

type OwnChapters = { readonly edition: Edition; readonly chapters: readonly string[] };

/** The editions somebody manages chapters of, and runs no more of; the newest first. */
async function ownChapters(ctx: Ctx, programmes: readonly ProgrammeLine[]): Promise<OwnChapters[]> {
  const reach = await chaptersManaged(ctx);
  const editions = await editionsByIds(
    ctx,
    reach.map(({ edition }) => edition),
  );
  return reach
    .flatMap(({ edition: id, chapters }) => {
      const edition = editions.get(id);
      return edition && !programmes.some((one) => one.id === edition.programme) ? [{ edition, chapters }] : [];
    })
    .sort((a, b) => b.edition.entriesOpenAt.getTime() - a.edition.entriesOpenAt.getTime());
}

type Other = { readonly slug: string; readonly name: string };

/** The chapters of one programme: of its present edition, and others by name. */
async function homeOfChapters(ctx: Ctx, own: readonly OwnChapters[], others: readonly Other[]): Promise<ManagerHome> {
  const edition = currentEdition(
    ctx,
    own.map((one) => one.edition),
  );
  const chosen = own.find((one) => one.edition === edition);
  const editions = own.flatMap((one) => (one === chosen ? [] : [{ slug: one.edition.slug, name: one.edition.name }]));
  return {
    programme: undefined,
    edition: undefined,
    chapter: chosen && (await chapterHome(ctx, chosen)),
    screener: undefined,
    editions,
    others,
  };
}

/** Of the programme in the address, or of the first; others are named beside it. */
export async function managerHome(ctx: Ctx, slug: string | null): Promise<ManagerHome> {
  const programmes = await programmeList(ctx);
  const chapters = Map.groupBy(await ownChapters(ctx, programmes), ({ edition }) => edition.programmeSlug);
  const screened = (await programmesScreened(ctx)).filter(
    ({ id, slug: other }) => !programmes.some((one) => one.id === id) && !chapters.has(other),
  );
  const all = [
    ...programmes.map((one) => ({ slug: one.slug, name: one.name })),
    ...[...chapters].flatMap(([other, [first]]) => (first ? [{ slug: other, name: first.edition.programmeName }] : [])),
    ...screened.map((one) => ({ slug: one.slug, name: one.name })),
  ];
  const chosen = all.find((one) => one.slug === slug)?.slug ?? all[0]?.slug;
  const others = all.filter((one) => one.slug !== chosen);
  const programme = programmes.find((one) => one.slug === chosen);
  const screens = screened.find((one) => one.slug === chosen);
  if (screens) {
    const screener = await screenerHome(ctx, screens);
    return { programme: undefined, edition: undefined, chapter: undefined, screener, editions: [], others };
  }
  if (programme === undefined) return homeOfChapters(ctx, chapters.get(chosen ?? '') ?? [], others);
  const edition = currentEdition(ctx, programme.editions);
  const manages = (await programmeRelations(ctx, programme.id)).includes('manager');
  return {
    programme: { slug: programme.slug, name: programme.name, manages },
    edition: edition && (await homeEdition(ctx, await editionForManager(ctx, programme.slug, edition.slug))),
    chapter: undefined,
    screener: undefined,
    editions: programme.editions.filter((one) => one !== edition).map(({ slug: other, name }) => ({ slug: other, name })),
    others,
  };
}
