/** Editions: one year of a programme, its dates and its publication. */
import { z } from 'zod';
import { judgeableProblems } from '#core/editions/judgeable.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { timelineProblems } from '#core/season/phases.ts';
import { publishProblems } from '#core/season/readiness.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from './access.ts';
import { keepTimes } from './configuration/keep.ts';
import { requireMovable } from './configuration/movable.ts';
import { partsOf } from './configuration/read.ts';
import { requireFresh } from './contents/fresh.ts';
import { requireSeatsForPanel } from './contents/panel.ts';
import { countContents } from './contents/views.ts';
import { type Edition, timesOf } from './edition.ts';
import { editionId, name, panel, programmeId, timeline, version } from './schemas.ts';
import { firstFreeSlug } from './slug.ts';
import * as store from './store.ts';

type Dates = Pick<Edition, 'entriesOpenAt' | 'entriesCloseAt' | 'judgingCloseAt'>;

const iso = ({ entriesOpenAt, entriesCloseAt, judgingCloseAt }: Dates) => ({
  entriesOpenAt: entriesOpenAt.toISOString(),
  entriesCloseAt: entriesCloseAt.toISOString(),
  judgingCloseAt: judgingCloseAt.toISOString(),
});

/** The instants of a refusal, told in the programme's zone. */
function inZone(fields: readonly FieldProblem[], zone: string): FieldProblem[] {
  const told = (value: FieldProblem['facts'][string]) => {
    const at = typeof value === 'string' && /^\d{4}-.*Z$/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? value : zonedText(at, zone);
  };
  return fields.map((field) => ({
    ...field,
    facts: Object.fromEntries(Object.entries(field.facts).map(([key, value]) => [key, told(value)])),
  }));
}

function requirePossible(dates: Dates, announcedAt: Date | null, zone: string): void {
  const times = {
    entriesOpenAt: dates.entriesOpenAt.getTime(),
    entriesCloseAt: dates.entriesCloseAt.getTime(),
    judgingOpenAt: null,
    judgingCloseAt: dates.judgingCloseAt.getTime(),
    announcedAt: announcedAt?.getTime() ?? null,
  };
  const found = timelineProblems(times);
  if (found.length > 0) throw problem('general.invalid-input', { count: found.length }, inZone(found, zone));
}

export const createEdition = operation('programmes.create-edition', {
  input: z.object({ programme: programmeId, name, ...timeline, ...panel }),
  who: ['manager'],
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    requirePossible(input, null, programme.zone);
    requireSeatsForPanel(input);
    const insert = (slug: string) => store.insertEdition(ctx, { ...input, programme: programme.id, slug });
    const { slug, taken: edition } = await firstFreeSlug(input.name, insert);
    const body = { name: input.name, ...iso(input), seats: input.seats, minimumPanel: input.minimumPanel };
    await tell(ctx, { kind: 'programmes.edition-created', programme: programme.id, subject: { kind: 'edition', id: edition }, body });
    return { edition, slug, programmeSlug: programme.slug };
  },
});

export const changeEditionDates = operation('programmes.change-edition-dates', {
  input: z.object({ edition: editionId, version, ...timeline }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    requirePossible(input, edition.announcedAt, edition.zone);
    requireMovable(ctx, edition, input);
    await store.markDates(ctx, edition.id, input);
    await keepTimes(ctx, edition, timesOf({ ...edition, ...input }));
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, {
      kind: 'programmes.dates-changed',
      programme: edition.programme,
      subject,
      body: { from: iso(edition), to: iso(input) },
    });
    return { edition: edition.id };
  },
});

/** Makes the call public. Everything that is missing is named at once. */
export const publishEdition = operation('programmes.publish-edition', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    if (edition.published) throw problem('programmes.already-published');
    const contents = publishProblems({ times: timesOf(edition), ...(await countContents(ctx, edition.id)) });
    const missing = [...contents, ...judgeableProblems(await partsOf(ctx, edition))];
    if (missing.length > 0) throw problem('programmes.not-ready', { count: missing.length }, inZone(missing, edition.zone));
    await store.markPublished(ctx, edition.id);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, {
      kind: 'programmes.edition-published',
      programme: edition.programme,
      subject,
      body: { name: edition.name, ...iso(edition) },
    });
    return { edition: edition.id };
  },
});
