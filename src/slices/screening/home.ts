/** The home of those who run a programme: where it stands, what is due, what is missing. */
import type { EntryState } from '#core/entries/withdrawing.ts';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { timesAt } from '#core/season/timeline/clock.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { countEntries, submissionTimes } from '#slices/entries/index.ts';
import {
  type Edition,
  type EditionForManager,
  editionForManager,
  judgesOf,
  type LogLine,
  type ProgrammeLine,
  partsOf,
  programmeList,
  programmeRelations,
  recentEvents,
  type ToldDates,
  timesOf,
  toldDates,
  waitingRemarks,
} from '#slices/programmes/index.ts';

const shownEvents = 8;

export type HomeEdition = {
  readonly edition: Pick<Edition, 'slug' | 'name' | 'programmeSlug' | 'programmeName' | 'zone' | 'published' | 'seats'>;
  readonly phase: Phase;
  readonly now: string;
  readonly dates: ToldDates;
  /** When the timeline says the winners will be announced; null where it does not, or that moment has passed. */
  readonly planned: string | null;
  /** Milliseconds until the phase ends. */
  readonly away: number;
  /** Codes of what is missing before publishing. */
  readonly missing: readonly string[];
  readonly criteria: number;
  readonly judges: number;
  /** Of judges on entries; `free` is 0 until some were dealt. */
  readonly seats: { readonly dealt: boolean; readonly free: number };
  readonly counts: Readonly<Record<EntryState, number>>;
  readonly categories: readonly { readonly name: string; readonly submitted: number }[];
  /** Questions and comments nobody has decided on. */
  readonly asked: number;
  /** Submissions as shares of the time entries are open, 0 to 1. */
  readonly submissions: readonly { readonly at: number }[];
  /** How much of that time has passed. */
  readonly passed: number;
  readonly counted: readonly { readonly at: string; readonly count: number }[];
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
  /** Other editions of the programme, newest first. */
  readonly editions: readonly { readonly slug: string; readonly name: string }[];
  readonly others: readonly { readonly slug: string; readonly name: string }[];
};

/** The edition that matters now: the newest that is not announced, else the newest. */
function currentEdition(ctx: Ctx, { editions }: ProgrammeLine): Edition | undefined {
  return editions.find((edition) => phaseAt(timesOf(edition), ctx.now.getTime()) !== 'announced') ?? editions[0];
}

function phaseEnd(edition: Edition, phase: Phase): Date {
  if (phase === 'upcoming') return edition.entriesOpenAt;
  if (phase === 'entries-open') return edition.entriesCloseAt;
  return phase === 'announced' ? (edition.announcedAt ?? edition.judgingCloseAt) : edition.judgingCloseAt;
}

function countStates(counts: Awaited<ReturnType<typeof countEntries>>): Record<EntryState, number> {
  const total: Record<EntryState, number> = { draft: 0, submitted: 0, returned: 0, accepted: 0, withdrawn: 0 };
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

async function homeEdition(ctx: Ctx, { edition, categories, criteria, missing }: EditionForManager): Promise<HomeEdition> {
  const { slug, name, programmeSlug, programmeName, zone, published, seats } = edition;
  const phase = phaseAt(timesOf(edition), ctx.now.getTime());
  const counts = await countEntries(ctx, edition);
  const times = await submissionTimes(ctx, edition);
  const told = (at: Date) => zonedText(at.getTime(), zone);
  const submitted = (category: string) =>
    counts.filter((one) => one.category === category && one.state !== 'draft').reduce((sum, one) => sum + one.count, 0);
  return {
    edition: { slug, name, programmeSlug, programmeName, zone, published, seats },
    phase,
    now: told(ctx.now),
    dates: toldDates(edition),
    planned: await plannedAnnouncement(ctx, edition),
    away: phaseEnd(edition, phase).getTime() - ctx.now.getTime(),
    missing: missing.map(({ path }) => path),
    criteria: criteria.length,
    judges: (await judgesOf(ctx, edition.programme)).length,
    seats: await seatsOf(ctx, edition),
    counts: countStates(counts),
    categories: categories.map((category) => ({ name: category.name, submitted: submitted(category.id) })),
    asked: await waitingRemarks(ctx, edition.programme),
    submissions: times.map((at) => ({ at: shareOf(edition, at) })),
    passed: shareOf(edition, ctx.now),
    counted: countedBy(edition, times, ctx.now).map(({ at, count }) => ({ at: told(at), count })),
    log: (await recentEvents(ctx, edition.programme, shownEvents)).map(({ at, ...line }) => ({ ...line, at: told(at) })),
  };
}

/** Of the programme in the address, or of the first; others are named beside it. */
export async function managerHome(ctx: Ctx, slug: string | null): Promise<ManagerHome> {
  const programmes = await programmeList(ctx);
  const programme = programmes.find((one) => one.slug === slug) ?? programmes[0];
  if (programme === undefined) return { programme: undefined, edition: undefined, editions: [], others: [] };
  const edition = currentEdition(ctx, programme);
  const manages = (await programmeRelations(ctx, programme.id)).includes('manager');
  return {
    programme: { slug: programme.slug, name: programme.name, manages },
    edition: edition && (await homeEdition(ctx, await editionForManager(ctx, programme.slug, edition.slug))),
    editions: programme.editions.filter((one) => one !== edition).map(({ slug: other, name }) => ({ slug: other, name })),
    others: programmes.filter((one) => one !== programme).map(({ slug: other, name }) => ({ slug: other, name })),
  };
}
