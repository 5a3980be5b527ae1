/** Recording figures that stand on no ballot, each with where it is from. */
import { z } from 'zod';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { type FigureAsked, figureFault } from '#core/scorecards/figures.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { acceptedEntries } from '#slices/entries/index.ts';
import { lockEdition, programmeRelations } from '#slices/programmes/index.ts';
import { categoryId, editionId } from '../schemas.ts';
import { categoriesOfOwn } from '../standings.ts';
import { keepFigures } from '../store.ts';
import { askedByCategory } from './figures.ts';

const values = z.record(z.uuid(), z.string().trim().max(40));

function faultOf(asked: FigureAsked, entry: string, value: string): FieldProblem[] {
  const fault = figureFault(asked, value);
  if (!fault) return [];
  const { least, most } = asked;
  return [{ path: `values.${entry}`, code: `results.figure-${fault}`, facts: { value, least: least ?? '', most: most ?? '' } }];
}

/** What was counted, measured or voted for entries of one category. An entry without a figure is left as it is. */
export const recordFigures = operation('results.record-figures', {
  input: z.object({
    edition: editionId,
    category: categoryId,
    source: z.string().max(60),
    values,
    evidence: z.string().trim().min(1).max(500),
  }),
  who: ['manager'],
  scopes: ['decisions'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { category, source, values: sent, evidence }, edition) => {
    if (edition.announcedAt) throw problem('results.already-published');
    const asked = (await askedByCategory(ctx, edition)).get(category)?.find((each) => each.source === source);
    if (!asked || (await categoriesOfOwn(ctx, edition.id)).has(category)) throw problem('general.not-found');
    const entries = new Set<string>(
      (await acceptedEntries(ctx, edition.id)).filter((each) => each.category === category).map(({ id }) => id),
    );
    const given = Object.entries(sent).filter(([, value]) => value !== '');
    const fields = given.flatMap(([entry, value]): FieldProblem[] =>
      entries.has(entry) ? faultOf(asked, entry, value) : [{ path: `values.${entry}`, code: 'field.invalid', facts: {} }],
    );
    if (given.length === 0) fields.push({ path: 'evidence', code: 'results.figures-none', facts: {} });
    if (fields.length > 0) throw problem('general.invalid-input', { count: fields.length }, fields);
    await keepFigures(ctx, source, evidence, given);
    const body = { category, source, evidence, figures: Object.fromEntries(given) };
    await tell(ctx, { kind: 'results.figures-recorded', programme: edition.programme, subject: { kind: 'edition', id: edition.id }, body });
    return { recorded: given.length };
  },
});
