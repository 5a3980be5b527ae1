/** What no unlocking opens any more: what entries were taken by once they have closed, and names once they are won. */
import { categoryLines } from '#core/categories/rows.ts';
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { usedScorecards } from '#core/editions/used-scorecards.ts';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '../edition.ts';

const linesOf = (parts: Parts) => new Map(categoryLines(parts.categories, mainLanguage(parts)).map((line) => [line.code, line]));
const same = (a: object, b: object): boolean => canonicalJson(plainJson(a)) === canonicalJson(plainJson(b));

/**
 * The same bounds as the operations on single things have.
 * @throws Problem `programmes.category-names-settled`, `programmes.categories-settled`, `programmes.panel-settled`, `editions.criteria-settled`
 */
export function requireUnsettled(ctx: Ctx, edition: Edition, now: Parts, next: Parts): void {
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const [before, after] = [linesOf(now), linesOf(next)];
  const shared = [...after.values()].flatMap((line) => {
    const was = before.get(line.code);
    return was ? [{ was, is: line }] : [];
  });
  if (edition.announcedAt && shared.some(({ was, is }) => was.name !== is.name))
    throw problem('programmes.category-names-settled', { announcedAt: told(edition.announcedAt) });
  if (!edition.published || ctx.now < edition.entriesCloseAt) return;
  const closedAt = told(edition.entriesCloseAt);
  const opened = [...after.values()].some(({ code, retired }) => !retired && before.get(code)?.retired !== false);
  if (opened) throw problem('programmes.categories-settled', { closedAt });
  if (!same(usedScorecards(now), usedScorecards(next))) throw problem('editions.criteria-settled', { openedAt: closedAt });
  if (!same(now.award, next.award)) throw problem('programmes.panel-settled', { openedAt: closedAt });
}
