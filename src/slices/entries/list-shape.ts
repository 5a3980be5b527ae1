/** The list of an edition's entries: its columns, filters and orders, and who works with it. */
import type { ListShape } from '#core/lists/list-query.ts';
import type { Ctx } from '#platform/context.ts';
import { declareList, type Standing } from '#slices/lists/index.ts';
import { editionById, editionId, type Reached, screeningReachIn } from '#slices/programmes/index.ts';

export const sorts = ['newest', 'oldest', 'number', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** In the order of the table and of a file. The table says the nominee below the title, so it has a column of its own only for whoever asks. */
export const columnIds = ['number', 'title', 'nominee', 'category', 'chapter', 'writer', 'state', 'arrived'] as const;
export type ColumnId = (typeof columnIds)[number];

const shape: ListShape = {
  name: 'entries',
  filters: ['state', 'category', 'chapter'],
  sorts,
  columns: columnIds.map((id) => ({ id, ...(id === 'title' && { stays: true }), ...(id === 'nominee' && { aside: true }) })),
};

/** The list of one edition is worked with by the managers of its programme, and by those of its chapters as far as these go; who screens holds rows of it. */
export const standingOf = ({ relations }: Pick<Reached, 'relations'>): readonly Standing[] =>
  relations.flatMap((relation): Standing[] =>
    relation === 'manager'
      ? ['organiser']
      : relation === 'auditor' || relation === 'chapter-manager' || relation === 'screener'
        ? [relation]
        : [],
  );

async function relations(ctx: Ctx, subject: string): Promise<readonly Standing[]> {
  const id = editionId.safeParse(subject);
  const edition = id.success ? await editionById(ctx, id.data) : undefined;
  const reach = edition && (await screeningReachIn(ctx, edition));
  return reach ? standingOf(reach) : [];
}

export const entryList = declareList({ ...shape, relations });
