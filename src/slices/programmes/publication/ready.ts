/** What keeps an edition from becoming public, and looking again after a change of one that is to become so by itself. */
import { judgeableProblems } from '#core/editions/judgeable.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { publishProblems } from '#core/season/readiness.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { partsOf } from '../configuration/read.ts';
import { countContents } from '../contents/views.ts';
import { type Edition, editionById, timesOf } from '../edition.ts';
import { markReady } from '../store.ts';

/** The instants of a refusal, told in the programme's zone. */
export function inZone(fields: readonly FieldProblem[], zone: string): FieldProblem[] {
  const told = (value: FieldProblem['facts'][string]) => {
    const at = typeof value === 'string' && /^\d{4}-.*Z$/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? value : zonedText(at, zone);
  };
  return fields.map((field) => ({
    ...field,
    facts: Object.fromEntries(Object.entries(field.facts).map(([key, value]) => [key, told(value)])),
  }));
}

/** Everything at once, each at the part to mend; none when it may be published. Instants are RFC 3339 texts. */
export async function missingOf(ctx: Ctx, edition: Edition): Promise<readonly FieldProblem[]> {
  const contents = publishProblems({ times: timesOf(edition), ...(await countContents(ctx, edition.id)) });
  return [...contents, ...judgeableProblems(await partsOf(ctx, edition))];
}

/** The same for a mail, each with what its sentence needs. */
export async function missingText(ctx: Ctx, edition: Edition): Promise<string> {
  return JSON.stringify(inZone(await missingOf(ctx, edition), edition.zone).map(({ code, facts }) => ({ code, facts })));
}

/** Called once a change of the edition is saved, inside it. `before`: the edition as it was locked for it. */
export async function lookAgain(ctx: Ctx, before: Edition): Promise<void> {
  if (before.publishAt === null || before.published) return;
  const edition = await editionById(ctx, before.id);
  if (edition === undefined) return;
  const missing = await missingOf(ctx, edition);
  await markReady(ctx, edition.id, missing.length === 0 ? edition.version : null);
}
