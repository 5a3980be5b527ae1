/** The list of companies: its columns, filters and orders, and who works with it. */
import type { ListShape } from '#core/lists/list-query.ts';
import { declareList, type Standing } from '#slices/lists/index.ts';
import { organiserRelations } from '#slices/programmes/index.ts';

export const sorts = ['name', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export type ListQuery = {
  readonly search?: string | undefined;
  readonly country?: string | undefined;
  readonly size?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly after?: string | undefined;
};

/** In the order of the table and of a file. */
export const columnIds = ['name', 'names', 'domains', 'country', 'size', 'as-of', 'parent', 'people', 'added'] as const;
export type ColumnId = (typeof columnIds)[number];

const aside: ReadonlySet<ColumnId> = new Set(['names', 'domains', 'as-of']);

const shape: ListShape = {
  name: 'companies',
  filters: ['country', 'size'],
  sorts,
  columns: columnIds.map((id) => ({ id, ...(id === 'name' && { stays: true }), ...(aside.has(id) && { aside: true }) })),
};

/** One list for the whole organisation: it has no subject. */
export const companiesList = declareList({
  ...shape,
  relations: async (ctx, subject) => {
    const given = subject === '' ? await organiserRelations(ctx) : [];
    return given.filter((relation): relation is Standing => relation === 'organiser' || relation === 'auditor');
  },
});
