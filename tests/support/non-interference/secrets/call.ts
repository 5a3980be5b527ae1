/** What a call keeps from everybody but its organisers: what waits to be answered, late codes, an edition in the making, a season made up. */
import { askedShape } from '#core/dry-run/asked.ts';
import { dryRun } from '#core/dry-run/dry-run.ts';
import type { DryRunResult } from '#core/dry-run/outcome.ts';
import { planOf } from '#core/dry-run/plan.ts';
import { ids } from '#platform/ids.ts';
import {
  changePart,
  createEdition,
  decideRemark,
  editionById,
  lockConfiguration,
  makeRemark,
  partsOf,
  startDryRun,
  unlockConfiguration,
} from '#slices/programmes/index.ts';
import { endJob } from '#slices/system/index.ts';
import { dates, type Season } from '../../season.ts';
import { someFigures } from '../../tally/dry-run.ts';
import type { Court } from '../court.ts';
import { look, type Secret, type Way } from '../secret.ts';

const clock = dates.whileJudging;
const organisers = ['chair', 'auditor', 'administrator'] as const;

const asChair = (court: Court, at: Date = clock) => court.as(court.people.chair, { clock: at, key: ids.random() });
const asOwner = (court: Court) => court.as(court.people.owner, { clock, key: ids.random() });

async function current(season: Season, id = season.edition) {
  const edition = await editionById(season.as(season.manager, { clock }), id);
  if (!edition) throw new Error('there is no edition');
  return edition;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Parameters<typeof changePart>[1]['body'];

/** A late code by one name or another, written in after entries opened: what changed then is told to everybody. */
async function lateCode(court: Court, way: Way): Promise<void> {
  const at = async () => ({ edition: court.edition, version: (await current(court)).version });
  const ctx = () => asChair(court, dates.whileOpen);
  await unlockConfiguration(ctx(), { ...(await at()), because: 'The ferry was cancelled.' });
  const { timeline } = await partsOf(ctx(), await current(court));
  const rounds = timeline.rounds.map((round) => ({ ...round, opens: '2026-04-04T09:00' }));
  const code = { key: way === 'one' ? 'press' : 'wireless', until: '2026-04-03T17:00', ...(way === 'other' && { uses: 12 }) };
  await changePart(ctx(), { ...(await at()), part: 'timeline', body: plain({ ...timeline, rounds, lateCodes: [code] }) });
  await lockConfiguration(ctx(), await at());
}

/** An edition nobody has announced, which asks more of a company in one world than in the other. */
async function anEditionToCome(court: Court, way: Way): Promise<void> {
  const made = await createEdition(asChair(court, dates.before), {
    programme: court.programme,
    name: 'Spring 2028',
    entriesOpenAt: '2028-03-01T09:00:00Z',
    entriesCloseAt: '2028-04-01T16:00:00Z',
    judgingCloseAt: '2028-05-01T16:00:00Z',
    seats: 2,
    minimumPanel: 1,
  });
  const { version } = await current(court, made.edition);
  const needs = { fact: 'company.staff', atLeast: way === 'one' ? 10 : 2500 };
  const body = { size: { needs, says: way === 'one' ? 'For the small.' : 'For Titans alone, and for nobody below them.' } };
  await changePart(asChair(court, dates.before), { edition: made.edition, version, part: 'rules', body });
  // A process reads a part once and remembers it.
  await partsOf(asChair(court), await current(court, made.edition));
}

const counted = new Map<Way, DryRunResult>();

/** A dry run that is over: the same figures with another seed come to other seasons. */
async function aDryRun(court: Court, way: Way): Promise<void> {
  const asked = { ...someFigures, seed: way === 'one' ? 'oak' : 'juniper' };
  const { run } = await startDryRun(asChair(court), { edition: court.edition, ...asked });
  if (!counted.has(way)) {
    const plan = planOf(await partsOf(asChair(court), await current(court)));
    const work = dryRun(plan, askedShape.parse(asked));
    for (let step = work.next(); !counted.has(way); step = work.next()) if (step.done) counted.set(way, step.value);
  }
  await endJob(court.asSystem({ clock }), run, { state: 'done', result: counted.get(way) ?? null });
}

export const callSecrets: readonly Secret[] = [
  {
    name: 'what somebody has asked and nobody has answered',
    at: clock,
    tell: async (court, way) => {
      const body = way === 'one' ? 'May a branch enter?' : 'Is it true that Quernstone buys you before the dinner?';
      await makeRemark(asOwner(court), { programme: court.programme, kind: 'question', body });
    },
    knows: ['owner', ...organisers],
    words: ['Quernstone'],
    shown: ['/p/:programme/questions', '/manage/:programme/questions'],
    plant: {
      kind: 'count',
      route: '/p/:programme/questions',
      reader: 'visitor',
      leak: (court) =>
        look(court, "remarks where programme_id = $1 and state = 'waiting'", { told: 'sum(length(body))', of: court.programme }),
    },
  },
  {
    name: 'what was said and turned down',
    at: clock,
    tell: async (court, way) => {
      const body = way === 'one' ? 'Thank you.' : 'The jury of Harrowgate is bought, and I can name the price.';
      const { remark } = await makeRemark(asOwner(court), { programme: court.programme, kind: 'comment', body });
      const answer = way === 'one' ? '' : 'We look into it.';
      await decideRemark(asChair(court), { remark, version: 1, state: 'declined', answer });
    },
    knows: ['owner', ...organisers],
    words: ['Harrowgate'],
    shown: ['/p/:programme/questions', '/manage/:programme/questions'],
    query: '?state=declined',
    plant: {
      kind: 'header',
      route: '/p/:programme',
      reader: 'visitor',
      leak: (court) =>
        look(court, "remarks where programme_id = $1 and state = 'declined'", { told: 'sum(length(answer))', of: court.programme }),
    },
  },
  {
    name: 'what late codes an edition has',
    at: clock,
    tell: lateCode,
    knows: organisers,
    words: ['wireless'],
    shown: ['/manage/:programme/:edition/timeline'],
    plant: {
      kind: 'sort',
      route: '/p/:programme/:edition/changes',
      reader: 'visitor',
      leak: (court) =>
        look(court, "edition_parts where edition_id = $1 and part = 'timeline'", {
          told: "string_agg(body ->> 'lateCodes', $$, $$ order by version)",
          of: court.edition,
        }),
    },
  },
  {
    name: 'what an edition in the making asks of who enters',
    at: clock,
    tell: anEditionToCome,
    knows: organisers,
    places: () => ({ edition: 'spring-2028' }),
    words: ['Titans'],
    shown: ['/manage/:programme/:edition/rules'],
    plant: {
      kind: 'header',
      route: '/p/:programme/news.atom',
      reader: 'visitor',
      leak: (court) =>
        look(court, "edition_parts p join plaudit.editions e on e.id = p.edition_id where e.programme_id = $1 and p.part = 'rules'", {
          told: 'sum(length(p.body::text))',
          of: court.programme,
        }),
    },
  },
  {
    name: 'what a dry run came to',
    at: clock,
    tell: aDryRun,
    knows: organisers,
    words: ['juniper'],
    shown: ['/manage/:programme/:edition/dry-run'],
    plant: {
      kind: 'count',
      route: '/judge',
      reader: 'first',
      leak: (court) => look(court, 'dry_runs where edition_id = $1', { told: "string_agg(asked ->> 'seed', $$, $$)", of: court.edition }),
    },
  },
];
