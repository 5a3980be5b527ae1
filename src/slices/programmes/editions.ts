/** Editions: one year of a programme, its dates and its publication. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { timelineProblems } from '#core/season/phases.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from './access.ts';
import { keepTimes } from './configuration/keep.ts';
import { requireMovable } from './configuration/movable.ts';
import { requireFresh } from './contents/fresh.ts';
import { requireSeatsForPanel } from './contents/panel.ts';
import { type Edition, timesOf } from './edition.ts';
import { inZone, lookAgain } from './publication/ready.ts';
import { editionId, name, panel, programmeId, timeline, version } from './schemas.ts';
import { firstFreeSlug } from './slug.ts';
import * as store from './store.ts';

type Dates = Pick<Edition, 'entriesOpenAt' | 'entriesCloseAt' | 'judgingCloseAt'>;

export const isoDates = ({ entriesOpenAt, entriesCloseAt, judgingCloseAt }: Dates) => ({
  entriesOpenAt: entriesOpenAt.toISOString(),
  entriesCloseAt: entriesCloseAt.toISOString(),
  judgingCloseAt: judgingCloseAt.toISOString(),
});

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
    const body = { name: input.name, ...isoDates(input), seats: input.seats, minimumPanel: input.minimumPanel };
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
    await lookAgain(ctx, edition);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, {
      kind: 'programmes.dates-changed',
      programme: edition.programme,
      subject,
      body: { from: isoDates(edition), to: isoDates(input) },
    });
    return { edition: edition.id };
  },
});
