/** Saving what an edition is made of: checked as a whole, kept as a new version, carried over to the rows others refer to, told. */
import { recoded } from '#core/categories/recoded.ts';
import { categoryLines } from '#core/categories/rows.ts';
import { type Difference, differences } from '#core/editions/differences.ts';
import { mainLanguage, type Part, type Parts, parts, type SomeParts } from '#core/editions/parts.ts';
import { partsProblems } from '#core/editions/references.ts';
import { keptScorecards } from '#core/editions/used-scorecards.ts';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, type Json, plainJson } from '#core/record/canonical.ts';
import { criterionLines } from '#core/scorecards/lines.ts';
import { editionTimes } from '#core/season/timeline/edition-times.ts';
import type { Ctx } from '#platform/context.ts';
import { tell } from '#platform/tell.server.ts';
import { moveCodes } from '../addresses/store.ts';
import { requireChaptersHeld } from '../chapters/held.ts';
import { requireByCopy } from '../copies/by-copy.ts';
import type { Edition } from '../edition.ts';
import { lookAgain } from '../publication/ready.ts';
import * as store from '../store.ts';
import { partRow } from './keep.ts';
import { requireMovable } from './movable.ts';
import * as partsStore from './parts-store.ts';
import { partsOf } from './read.ts';
import { requireUnsettled } from './settled.ts';

/** @throws Problem `general.invalid-input` with everything that does not fit together */
export function requirePossible(next: Parts, zone: string): void {
  const found = partsProblems(next, zone);
  if (found.length > 0) throw problem('general.invalid-input', { count: found.length }, found);
}

async function carryCategories(ctx: Ctx, edition: Edition, next: Parts): Promise<void> {
  const lines = categoryLines(next.categories, mainLanguage(next));
  const codes = lines.map(({ code }) => code);
  const inUse = await partsStore.removeCategories(ctx, edition.id, codes);
  if (inUse !== undefined) {
    const field = { path: 'categories', code: 'editions.category-in-use', facts: { number: inUse } } as const;
    throw problem('editions.category-in-use', { number: inUse }, [field]);
  }
  await partsStore.saveCategories(ctx, edition.id, lines);
}

/** The instants of a timeline that others go by. */
export function instantsOf(timeline: Parts['timeline'], zone: string): store.Times {
  const times = editionTimes(timeline, zone);
  return {
    entriesOpenAt: new Date(times.entriesOpenAt),
    entriesCloseAt: new Date(times.entriesCloseAt),
    judgingOpenAt: times.judgingOpenAt === null ? null : new Date(times.judgingOpenAt),
    judgingCloseAt: new Date(times.judgingCloseAt),
    entriesGrace: (timeline.entries ?? timeline.nominations)?.grace ?? 0,
  };
}

async function carryTimes(ctx: Ctx, edition: Edition, { timeline }: Parts): Promise<void> {
  const times = instantsOf(timeline, edition.zone);
  requireMovable(ctx, edition, times);
  await store.markTimes(ctx, edition.id, times);
}

/** @throws Problem `editions.criterion-in-use` where marks were given on one that would go */
export async function carryCriteria(ctx: Ctx, edition: Pick<Edition, 'id'>, next: Parts): Promise<void> {
  const lines = criterionLines(keptScorecards(next), mainLanguage(next));
  if (!(await partsStore.saveCriteria(ctx, edition.id, lines))) throw problem('editions.criterion-in-use');
}

/** The rows of other parts, where what they are made from changed. */
async function carry(ctx: Ctx, edition: Edition, next: Parts, changed: readonly Part[]): Promise<void> {
  const has = (...names: Part[]) => names.some((part) => changed.includes(part));
  if (has('categories', 'texts')) await carryCategories(ctx, edition, next);
  if (has('texts')) await requireChaptersHeld(ctx, edition, next.texts.chapters);
  if (has('scorecards', 'categories', 'texts')) await carryCriteria(ctx, edition, next);
  if (has('timeline')) await carryTimes(ctx, edition, next);
  if (has('award')) await store.markPanelSize(ctx, edition.id, next.award);
  await store.markContentsChanged(ctx, edition.id);
}

/** Whoever kept the address of a category is led to it under its new code; a draft has no address anybody could have kept. */
async function keepAddresses(ctx: Ctx, edition: Edition, now: Parts, next: Parts): Promise<void> {
  const moved = recoded(now.categories, next.categories);
  if (edition.published && moved.size > 0) await moveCodes(ctx, { programme: edition.programme, edition: edition.id }, moved);
}

/** What an event can hold of the differences without becoming the document itself. */
const mostTold = 200;
const short = (value: Json | undefined): Json => {
  const text = value === undefined ? null : JSON.stringify(value);
  return text !== null && text.length > 300 ? `${text.slice(0, 299)}…` : (value ?? null);
};
const told = ({ path, kind, from, to }: Difference): Json => ({ path, kind, from: short(from), to: short(to) });

export type Saved = { readonly version: number; readonly changed: Part[] };

/**
 * Saves the parts in which `wanted` differs from what there is. Whoever calls holds the edition and has decided that it may change.
 * `applied`: the form whose working copy is being applied; others that entries answer stay as they are.
 * @throws Problem `general.invalid-input` with everything that does not fit together; `editions.category-in-use`; `editions.chapter-in-use`;
 * `editions.nothing-changed`; `editions.form-answered`
 */
export async function saveParts(ctx: Ctx, edition: Edition, wanted: SomeParts, { applied }: { applied?: string } = {}): Promise<Saved> {
  const now = await partsOf(ctx, edition);
  const next: Parts = { ...now, ...wanted };
  const texts = parts.filter((part) => wanted[part] !== undefined);
  const changed = texts.filter((part) => canonicalJson(plainJson(next[part])) !== canonicalJson(plainJson(now[part])));
  if (changed.length === 0) throw problem('editions.nothing-changed');
  requirePossible(next, edition.zone);
  requireUnsettled(ctx, edition, now, next);
  if (changed.includes('forms')) await requireByCopy(ctx, edition.id, now, next, applied);
  await carry(ctx, edition, next, changed);
  await keepAddresses(ctx, edition, now, next);
  const version = edition.version + 1;
  await partsStore.insertParts(
    ctx,
    edition.id,
    changed.map((part) => partRow(part, version, next[part])),
  );
  await lookAgain(ctx, edition);
  const only = (all: Parts) => Object.fromEntries(changed.map((part) => [part, plainJson(all[part])]));
  const found = differences(only(now), only(next));
  const subject = { kind: 'edition', id: edition.id };
  const afterOpening = edition.published && ctx.now >= edition.entriesOpenAt;
  const body = { version, parts: changed, changes: found.slice(0, mostTold).map(told), count: found.length, afterOpening };
  await tell(ctx, { kind: 'programmes.configuration-changed', programme: edition.programme, subject, body });
  return { version, changed };
}
