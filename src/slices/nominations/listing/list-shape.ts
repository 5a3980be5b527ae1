/** The list of an edition's nominees: its columns, filters and orders, and who works with it. */
import type { ListShape } from '#core/lists/list-query.ts';
import type { Ctx } from '#platform/context.ts';
import { declareList, type Standing } from '#slices/lists/index.ts';
import { editionById, editionId, programmeRelations } from '#slices/programmes/index.ts';

export const sorts = ['newest', 'oldest', 'name'] as const;
export type Sort = (typeof sorts)[number];

export const columnIds = ['name', 'works', 'email', 'category', 'kind', 'state', 'peers', 'customers', 'selves', 'nominated'] as const;
export type ColumnId = (typeof columnIds)[number];

const aside: readonly ColumnId[] = ['works', 'email', 'kind', 'selves'];

const shape: ListShape = {
  name: 'nominations',
  filters: ['state', 'category'],
  sorts,
  columns: columnIds.map((id) => ({ id, ...(id === 'name' && { stays: true }), ...(aside.includes(id) && { aside: true }) })),
};

/** Of the managers of the programme, and of its auditors; the chapters of an edition have no nominations of their own. */
async function relations(ctx: Ctx, subject: string): Promise<readonly Standing[]> {
  const id = editionId.safeParse(subject);
  const edition = id.success ? await editionById(ctx, id.data) : undefined;
  const given = edition ? await programmeRelations(ctx, edition.programme) : [];
  return given.flatMap((relation): Standing[] => (relation === 'manager' ? ['organiser'] : relation === 'auditor' ? [relation] : []));
}

export const nomineeList = declareList({ ...shape, relations });
