/**
 * An entry that was sent in to the wrong category is moved to another one: what it says goes along, and what is missing there is asked. Until
 * judging begins that is taken back while its writer has changed nothing.
 */
import { z } from 'zod';
import { screeningOver } from '#core/entries/mending.ts';
import { asSeen } from '#core/entries/moving.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import {
  type CategoryInEdition,
  categoryId,
  categoryInEdition,
  changePlace,
  type Entry,
  entryId,
  type MovePlan,
  markMoved,
  markMovedBack,
  openAgain,
  planMove,
  undoableMove,
} from '#slices/entries/index.ts';
import { holdEdition, timesOf } from '#slices/programmes/index.ts';
import { findEntry, relations, requireRead, type Screened, screener, screeners } from '../found.ts';
import { requireMendBy } from '../mending/returning.ts';
import { reason, until, version } from '../schemas.ts';
import { requireNoVerdict } from '../verdicts/verdicts.ts';
import { mailMoved, mailMovedBack } from './mails.ts';

type Of = { readonly entry: Pick<Entry, 'id' | 'state'>; readonly edition: Screened['edition'] };

/** Why an entry is not moved to any category at this moment; undefined where it may be. */
export async function noMove(ctx: Ctx, { entry, edition }: Of): Promise<Problem | undefined> {
  if (entry.state !== 'submitted') return problem('screening.not-movable', { state: entry.state });
  if (screeningOver(timesOf(edition), ctx.now.getTime())) return problem('screening.over');
  const open = (await openAgain(ctx, [entry.id])).get(entry.id);
  return open && problem('entries.open-again-already', { until: zonedText(open.until.getTime(), edition.zone) });
}

const invalid = (path: string, code: 'field.invalid' | 'field.required') =>
  problem('general.invalid-input', { count: 1 }, [{ path, code, facts: {} }]);

/** Another one of its edition that takes entries. @throws Problem */
async function targetOf(ctx: Ctx, { entry }: Screened, id: Entry['category']): Promise<CategoryInEdition> {
  const target = await categoryInEdition(ctx, id);
  if (target?.edition.id !== entry.edition) throw invalid('category', 'field.invalid');
  if (target.id === entry.category) throw problem('screening.in-category-already', { category: target.name });
  if (target.retired) throw problem('entries.category-retired', { category: target.name });
  return target;
}

const forScreeners: Readonly<Record<string, 'screening.category-full' | 'screening.own-limit-reached'>> = {
  'entries.category-full': 'screening.category-full',
  'entries.own-limit-reached': 'screening.own-limit-reached',
};

/** The limits of the other category are its writer's; the screener is told whose. */
async function takePlace(ctx: Ctx, entry: Entry, target: CategoryInEdition): Promise<void> {
  try {
    await changePlace(ctx, entry, target);
  } catch (error) {
    const code = error instanceof Problem ? forScreeners[error.code] : undefined;
    if (code === undefined || !(error instanceof Problem)) throw error;
    throw problem(code, error.facts);
  }
}

/** Where entries have closed, somebody has to say until when what is missing can be answered. */
function requireUntil(ctx: Ctx, { edition }: Screened, named: Date | undefined): void {
  if (named) requireMendBy(ctx, { edition }, named);
  else if (ctx.now >= edition.entriesCloseAt) throw invalid('until', 'field.required');
}

const parts = z.array(z.string().min(1).max(60)).max(400).default([]);

/** What was looked at before it was done. A form or a category that changed meanwhile is looked at again. @throws Problem */
function requireSeen(plan: MovePlan, target: CategoryInEdition, entry: Entry, seen: z.infer<typeof input>['seen']): void {
  if (target.edition.version === entry.editionVersion && asSeen(plan, seen)) return;
  throw problem('screening.plan-changed', { category: target.name, missing: plan.missing.length, unasked: plan.unasked.length });
}

const input = z.object({
  entry: entryId,
  version: version.optional(),
  category: categoryId,
  reason,
  /** By when what is missing is to be answered, where something is. */
  until: until.optional(),
  /** The plan as it was read: the names of what is missing there, of what is not asked any more, and of the kinds that count as another. */
  seen: z.object({ missing: parts, unasked: parts, restated: parts }),
});

const subjectOf = ({ id }: Entry) => ({ kind: 'entry', id });

/** Its number, its price and all it answered stay. What the rules of the other category say is read anew by whoever looks. */
export const moveEntry = operation('screening.move-entry', {
  input,
  who: screeners,
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, { category, version: read, reason: why, until: by, seen }, found) => {
    const { entry, edition } = found;
    const refusal = await noMove(ctx, found);
    if (refusal) throw refusal;
    await requireNoVerdict(ctx, entry.id);
    await requireRead(ctx, found, read);
    await holdEdition(ctx, edition.id);
    const target = await targetOf(ctx, found, category);
    const plan = await planMove(ctx, entry, target);
    requireSeen(plan, target, entry, seen);
    const { missing, unasked, stated } = plan;
    if (missing.length > 0) requireUntil(ctx, found, by);
    await takePlace(ctx, entry, target);
    const asks = missing.length > 0 ? { note: why, asked: plan.led.slice(0, 40), mendBy: by } : undefined;
    const said = { reason: why, missing, unasked };
    await markMoved(ctx, entry, { to: target.id, ...said, by: screener(ctx) }, { stated, asks });
    await mailMoved(ctx, found, { to: target.name, reason: why, missing: missing.length, unasked: unasked.length, until: by });
    const places = { from: entry.categoryCode, to: target.code, configuration: entry.editionVersion };
    const body = { number: entry.number, ...places, ...said, ...(asks && by && { until: by.toISOString() }) };
    await tell(ctx, { kind: 'screening.entry-moved', programme: edition.programme, subject: subjectOf(entry), about: entry.owner, body });
    return { entry: entry.id, state: asks ? 'returned' : 'submitted' };
  },
});

/** It waits again in the category it came from, as it was. What somebody has begun to write for the other one is theirs to finish. */
export const undoMove = operation('screening.undo-move', {
  input: z.object({ entry: entryId }),
  who: screeners,
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, _input, found) => {
    const { entry, edition } = found;
    if (screeningOver(timesOf(edition), ctx.now.getTime())) throw problem('screening.over');
    await requireNoVerdict(ctx, entry.id);
    const move = await undoableMove(ctx, entry);
    if (move === undefined) throw problem('screening.no-move-to-undo', { state: entry.state });
    const open = (await openAgain(ctx, [entry.id])).get(entry.id);
    if (open) throw problem('entries.open-again-already', { until: zonedText(open.until.getTime(), edition.zone) });
    const back = await categoryInEdition(ctx, move.from);
    if (back === undefined) throw problem('general.not-found');
    await takePlace(ctx, entry, back);
    await markMovedBack(ctx, entry, move, screener(ctx));
    await mailMovedBack(ctx, found, { from: move.toName, to: move.fromName });
    const body = { number: entry.number, from: entry.categoryCode, to: back.code };
    await tell(ctx, { kind: 'screening.move-undone', programme: edition.programme, subject: subjectOf(entry), about: entry.owner, body });
    return { entry: entry.id };
  },
});
