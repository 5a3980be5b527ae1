/** What the forms of an edition are told of the entries that answer them. */
import { sql } from 'kysely';
import { isOfFiles } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';
import { type AnsweringEntry, answeringStates, letAskEntries } from '#slices/programmes/index.ts';
import { filesOfSeveral } from '../find.ts';
import { answersOf } from './answers-store.ts';
import { withFiles } from './files-as-answers.ts';

type Of = { readonly edition: EditionId; readonly categories: readonly string[] };
type State = AnsweringEntry['state'];

async function anyAnswering(ctx: Ctx, { edition, categories }: Of): Promise<boolean> {
  const found = await sql`
    select from entries e join categories c on c.organisation_id = e.organisation_id and c.id = e.category_id
     where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and c.code = any(${[...categories]}) limit 1`.execute(
    ctx.db,
  );
  return found.rows.length > 0;
}

/** As many as are looked at together. */
const size = 500;

async function someInState(ctx: Ctx, { edition, categories }: Of, state: State, after: EntryId | undefined) {
  let query = ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.number', 'e.title', 'c.code as category', 'e.saved_at as savedAt'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where('e.state', '=', state)
    // A next version is written in the place of an entry that is among them.
    .where('e.next_of', 'is', null)
    .where(sql<boolean>`c.code = any(${[...categories]})`);
  if (after !== undefined) query = query.where('e.id', '>', after);
  return query.orderBy('e.id').limit(size).execute();
}

async function* allAnswering(ctx: Ctx, { forms, ...of }: Parameters<Parameters<typeof letAskEntries>[0]['all']>[1]) {
  const fields = forms.flatMap((form) => fieldsOf(form).map(({ field }) => field));
  const keys = fields.map(({ key }) => key);
  for (const state of answeringStates) {
    let after: EntryId | undefined;
    do {
      const rows = await someInState(ctx, of, state, after);
      const ids = rows.map(({ id }) => id);
      const answers = await answersOf(ctx, ids, keys);
      const files = fields.some(isOfFiles) ? await filesOfSeveral(ctx, ids) : new Map<EntryId, []>();
      yield rows.map((row): AnsweringEntry => {
        const given = answers.get(row.id) ?? {};
        return { ...row, state, answers: forms.reduce((all, form) => withFiles(form, all, files.get(row.id) ?? []), given) };
      });
      after = rows.length === size ? ids.at(-1) : undefined;
    } while (after !== undefined);
  }
}

letAskEntries({ any: anyAnswering, all: allAnswering });
