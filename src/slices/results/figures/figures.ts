/** Figures a score is made of beside its ballots: claimed in entries, or recorded by the organisers. Needs the scope `decisions`. */
import { type FigureAsked, figureFault, figuresAsked } from '#core/scorecards/figures.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId } from '#platform/ids.ts';
import { type AcceptedEntry, acceptedEntries, claimedFigures } from '#slices/entries/index.ts';
import { cardsOfCategories, type Edition, partsOf } from '#slices/programmes/index.ts';

/** One figure of one entry. `evidence`: where a recorded one is from; a claim stands in the entry. */
export type Figure = {
  readonly entry: EntryId;
  readonly category: CategoryId;
  readonly source: string;
  readonly kind: FigureAsked['kind'];
  readonly value: string;
  readonly from: 'claim' | 'recorded';
  readonly evidence: string;
};

/** What each category asks for. */
export async function askedByCategory(ctx: Ctx, edition: Edition): Promise<ReadonlyMap<CategoryId, readonly FigureAsked[]>> {
  const { scorecards, award } = await partsOf(ctx, edition);
  const cards = await cardsOfCategories(ctx, edition.id);
  return new Map(cards.map(({ id, scorecard }) => [id, figuresAsked(scorecards, award, scorecard)]));
}

async function recordedFigures(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('entry_figures as f')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'f.organisation_id').onRef('e.id', '=', 'f.entry_id'))
    .select(['f.entry_id as entry', 'f.source', 'f.value', 'f.evidence'])
    .where('f.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where('e.state', '=', 'accepted')
    .execute();
}

export type FiguresKnown = {
  readonly asked: ReadonlyMap<CategoryId, readonly FigureAsked[]>;
  readonly entries: readonly AcceptedEntry[];
  /** By entry and source, in their order; what cannot be taken is left out. */
  readonly figures: readonly Figure[];
};

/** Of every accepted entry: what was recorded, and in place of what was not, what its own claim says. */
export async function figuresKnown(ctx: Ctx, edition: Edition): Promise<FiguresKnown> {
  const asked = await askedByCategory(ctx, edition);
  const every = [...asked.values()].flat();
  if (every.length === 0) return { asked, entries: [], figures: [] };
  const entries = await acceptedEntries(ctx, edition.id);
  const key = (entry: string, what: string) => `${entry} ${what}`;
  const recorded = new Map((await recordedFigures(ctx, edition.id)).map((row) => [key(row.entry, row.source), row]));
  const metrics = [...new Set(every.flatMap(({ metric }) => metric ?? []))];
  const claimed = new Map((await claimedFigures(ctx, edition.id, metrics)).map((row) => [key(row.entry, row.metric), row.value]));
  const figures = entries.flatMap(({ id, category }) =>
    (asked.get(category) ?? []).flatMap((figure): Figure[] => {
      const { source, kind, metric } = figure;
      const said = recorded.get(key(id, source));
      const value = said?.value ?? (metric === null ? undefined : claimed.get(key(id, metric)));
      if (value === undefined || figureFault(figure, value) !== undefined) return [];
      return [{ entry: id, category, source, kind, value, from: said ? 'recorded' : 'claim', evidence: said?.evidence ?? '' }];
    }),
  );
  return { asked, entries, figures: figures.sort((a, b) => (key(a.entry, a.source) < key(b.entry, b.source) ? -1 : 1)) };
}
