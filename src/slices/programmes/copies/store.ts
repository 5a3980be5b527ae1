/** Every statement that writes or reads working copies of forms. */
import { type Form, formShape } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export type CopyPlace = { readonly edition: EditionId; readonly form: string };

/** A copy at one of its versions. `ended`: what became of it. */
export type CopyRow = {
  readonly version: number;
  readonly form: Form;
  readonly ended: 'discarded' | 'applied' | null;
  readonly begunBy: PersonId;
  readonly begunAt: Date;
};

/** At this version, or as it is now. Whoever begins, changes or ends one holds the edition. */
export async function copyRow(ctx: Ctx, { edition, form }: CopyPlace, version?: number): Promise<CopyRow | undefined> {
  let query = ctx.db
    .selectFrom('form_copies')
    .select(['version', 'body', 'ended', 'begun_by as begunBy', 'begun_at as begunAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('form', '=', form);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  const { body, ended, ...rest } = row;
  return { ...rest, form: formShape.parse(body), ended: ended === 'discarded' || ended === 'applied' ? ended : null };
}

export type NewCopy = CopyPlace & Omit<CopyRow, 'form'> & { readonly body: Form; readonly by: PersonId };

export async function insertCopy(ctx: Ctx, { edition, form, version, body, ended, begunBy, begunAt, by }: NewCopy): Promise<void> {
  await ctx.db
    .insertInto('form_copies')
    .values({
      organisation_id: ctx.organisation,
      edition_id: edition,
      form,
      version,
      body: JSON.stringify(body),
      ended,
      begun_by: begunBy,
      begun_at: begunAt,
      saved_by: by,
      saved_at: ctx.now,
    })
    .execute();
}

/** Which forms of an edition have a copy that has not ended, by whom and since when. */
export async function openCopies(ctx: Ctx, edition: EditionId) {
  const rows = await ctx.db
    .selectFrom('form_copies as c')
    .innerJoin('directory.people as p', 'p.id', 'c.begun_by')
    .distinctOn('c.form')
    .select(['c.form', 'c.version', 'c.ended', 'c.begun_at as begunAt', 'p.name as begunBy'])
    .where('c.organisation_id', '=', ctx.organisation)
    .where('c.edition_id', '=', edition)
    .orderBy('c.form')
    .orderBy('c.version', 'desc')
    .execute();
  return new Map(rows.filter(({ ended }) => ended === null).map((row) => [row.form, row]));
}
