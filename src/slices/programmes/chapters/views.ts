/** The chapters of an edition, and who manages them. */

import { mainLanguage } from '#core/editions/parts.ts';
import type { ChapterText } from '#core/editions/texts.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { requireRelation } from '../access.ts';
import { newest, storedParts } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';
import type { Reach } from './reach.ts';

export type NamedChapter = { readonly key: string; readonly name: string; readonly countries: readonly string[] };

/** What an edition calls its chapters, in the reader's language; the caller has asked who reads. */
export async function namedChapters(ctx: Ctx, edition: EditionId): Promise<readonly NamedChapter[]> {
  const stored = await storedParts(ctx, edition, newest);
  const main = mainLanguage(stored);
  const say = (text: ChapterText['name']) => inLanguage(text, ctx.language, main);
  return (stored.texts?.chapters ?? []).map(({ key, name, countries = [] }) => ({ key, name: say(name), countries }));
}

/** Those of an edition somebody reaches; of all of them, every one. */
export async function chaptersReached(ctx: Ctx, { edition, chapters }: Reach): Promise<readonly NamedChapter[]> {
  const all = await namedChapters(ctx, edition);
  return chapters === 'all' ? all : all.filter(({ key }) => chapters.includes(key));
}

/** By what it is called; by its key where the edition has let go of it. */
export const chapterCalled = (chapters: readonly NamedChapter[], key: string | null): string =>
  key === null ? '' : (chapters.find((one) => one.key === key)?.name ?? key);

export type ChapterManager = {
  readonly chapter: string;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly since: Date;
};

/** Who manages which chapter of an edition, for those who run or audit its programme. */
export async function chapterManagers(ctx: Ctx, edition: Pick<Edition, 'id' | 'programme'>): Promise<ChapterManager[]> {
  await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  return ctx.db
    .selectFrom('chapter_roles as r')
    .innerJoin('directory.people as p', 'p.id', 'r.person_id')
    .select([
      'r.chapter',
      'r.person_id as person',
      'p.name',
      (e) => e.fn.coalesce('p.email', e.val('')).as('email'),
      'r.granted_at as since',
    ])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('r.edition_id', '=', edition.id)
    .orderBy('r.chapter')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
}

/** Whether somebody manages this chapter; no check. */
export async function managesChapter(ctx: Ctx, edition: EditionId, chapter: string, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('chapter_roles')
    .select('chapter')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('chapter', '=', chapter)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who manages one chapter and can be written to; the caller has asked who writes. */
export async function managersOfChapter(ctx: Ctx, edition: EditionId, chapter: string) {
  const rows = await ctx.db
    .selectFrom('chapter_roles as r')
    .innerJoin('directory.people as p', 'p.id', 'r.person_id')
    .select(['r.person_id as person', 'p.name', 'p.email'])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('r.edition_id', '=', edition)
    .where('r.chapter', '=', chapter)
    .orderBy('r.person_id')
    .execute();
  return rows.flatMap(({ email, ...one }) => (email === null ? [] : [{ ...one, email }]));
}

/** Whether somebody manages a chapter of one of these editions; the caller has asked who reads. */
export async function editionsWithManagers(ctx: Ctx, editions: readonly Pick<Edition, 'id'>[]): Promise<boolean> {
  if (editions.length === 0) return false;
  const row = await ctx.db
    .selectFrom('chapter_roles')
    .select('chapter')
    .where('organisation_id', '=', ctx.organisation)
    .where(
      'edition_id',
      'in',
      editions.map(({ id }) => id),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
