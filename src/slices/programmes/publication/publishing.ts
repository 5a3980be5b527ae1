/** Making an edition public: at once, or at an instant, by the clock. */
import { sql } from 'kysely';
import { z } from 'zod';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { partsOf } from '../configuration/read.ts';
import { carryCriteria } from '../configuration/save.ts';
import type { Edition } from '../edition.ts';
import { isoDates } from '../editions.ts';
import { managersOf } from '../roles/managers.ts';
import { editionId, instant } from '../schemas.ts';
import * as store from '../store.ts';
import { inZone, missingOf, missingText } from './ready.ts';

export const publishTask = 'programmes.publish-scheduled';

/** What was saved by an earlier version of this software may have left out criteria that ballots could not take then: they are carried over. */
async function makeReady(ctx: Ctx, edition: Edition): Promise<void> {
  const missing = await missingOf(ctx, edition);
  if (missing.length > 0) throw problem('programmes.not-ready', { count: missing.length }, inZone(missing, edition.zone));
  await carryCriteria(ctx, edition, await partsOf(ctx, edition));
}

/** Once for an edition, whichever way it came out. */
async function publish(ctx: Ctx, edition: Edition): Promise<void> {
  await store.markPublished(ctx, edition.id);
  const body = { name: edition.name, ...isoDates(edition), ...(edition.publishAt && { publishAt: edition.publishAt.toISOString() }) };
  const subject = { kind: 'edition', id: edition.id };
  await tell(ctx, { kind: 'programmes.edition-published', programme: edition.programme, subject, body });
}

/** Makes the call public. Everything that is missing is named at once. */
export const publishEdition = operation('programmes.publish-edition', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    if (edition.published) throw problem('programmes.already-published');
    await makeReady(ctx, edition);
    await publish(ctx, { ...edition, publishAt: null });
    return { edition: edition.id };
  },
});

/** Nobody plans further ahead; a year with a digit too many is refused. */
const furthest = 5 * 366 * 86_400_000;

function requireToCome(ctx: Ctx, edition: Edition, at: Date): void {
  const now = ctx.now.getTime();
  if (at.getTime() > now && at.getTime() <= now + furthest) return;
  const facts = { now: zonedText(now, edition.zone), years: 5 };
  throw problem('programmes.publish-at-impossible', facts, [{ path: 'publishAt', code: 'programmes.publish-at-impossible', facts }]);
}

/** The instant from which everybody may read the edition; said again, it is another one. */
export const schedulePublication = operation('programmes.schedule-publication', {
  input: z.object({ edition: editionId, publishAt: instant }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { publishAt: at }, edition) => {
    if (edition.published) throw problem('programmes.already-published');
    requireToCome(ctx, edition, at);
    await makeReady(ctx, edition);
    await store.markPublishAt(ctx, edition, at);
    // Who reads the edition goes by the clock; the job tells that it is out, whenever it gets to.
    if (!ctx.clock) await enqueue(ctx, publishTask, { edition: edition.id }, { jobKey: `${publishTask} ${edition.id}`, runAt: at });
    const subject = { kind: 'edition', id: edition.id };
    const body = { from: edition.publishAt?.toISOString() ?? null, to: at.toISOString() };
    await tell(ctx, { kind: 'programmes.publication-scheduled', programme: edition.programme, subject, body });
    return { edition: edition.id };
  },
});

export const cancelPublication = operation('programmes.cancel-publication', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    if (edition.published) throw problem('programmes.already-published');
    if (edition.publishAt === null) throw problem('programmes.not-scheduled');
    await store.markPublishAt(ctx, edition, null);
    const subject = { kind: 'edition', id: edition.id };
    const body = { from: edition.publishAt.toISOString() };
    await tell(ctx, { kind: 'programmes.publication-cancelled', programme: edition.programme, subject, body });
    return { edition: edition.id };
  },
});

/** Whether its instant has come by the database's clock and nobody has told so yet; one that was cancelled or put off has nothing to tell. */
export async function isDue(ctx: Ctx, id: EditionId): Promise<boolean> {
  const { rows } = await sql`
    select from editions where organisation_id = ${ctx.organisation} and id = ${id} and publish_at <= plaudit.plaudit_now()`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

async function dueEdition(ctx: Ctx, id: EditionId): Promise<Edition | undefined> {
  const edition = await store.lockEdition(ctx, id);
  return edition?.publishAt != null && edition.publishAt <= ctx.now ? edition : undefined;
}

/** It was changed, and something is missing now: it stays a draft, and whoever runs the programme is told what. */
async function hold(ctx: Ctx, edition: Edition, missing: readonly FieldProblem[]): Promise<void> {
  await store.markPublishAt(ctx, edition, null);
  const { id, programme, programmeName, programmeSlug, name, slug } = edition;
  const data = { programme: programmeName, edition: name, slug: programmeSlug, year: slug, missing: await missingText(ctx, edition) };
  for (const { person, email, name: called } of await managersOf(ctx, id)) {
    const letter = { mail: 'programmes.not-published', to: email, person, programme, edition: id };
    await mail(ctx, { ...letter, data: { ...data, name: called } });
  }
  const body = { publishAt: edition.publishAt?.toISOString() ?? null, missing: missing.map(({ path, code }) => ({ path, code })) };
  await tell(ctx, { kind: 'programmes.publication-held', programme, subject: { kind: 'edition', id }, body });
}

/** Tells once that it is out; or, when it changed and is not ready any more, why it is not. */
export const publishScheduled = operation(publishTask, {
  input: z.object({ edition: editionId }),
  who: ['system'],
  find: (ctx, input) => dueEdition(ctx, input.edition),
  run: async (ctx, _input, edition) => {
    const missing = edition.published ? [] : await missingOf(ctx, edition);
    if (missing.length > 0) await hold(ctx, edition, missing);
    else await publish(ctx, edition);
    return { published: missing.length === 0 };
  },
});
