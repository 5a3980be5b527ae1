/** The list of a programme's past winners: its columns, filters and orders, and who works with it. */
import { z } from 'zod';
import type { ListShape } from '#core/lists/list-query.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { declareList, type Standing } from '#slices/lists/index.ts';
import { pastSorts, programmeRelations } from '#slices/programmes/index.ts';

/** In the order of the table and of a file. */
export const columnIds = ['year', 'category', 'code', 'winner', 'organisation', 'award', 'joint', 'source'] as const;
export type ColumnId = (typeof columnIds)[number];

const aside: ReadonlySet<ColumnId> = new Set(['code', 'joint']);

const shape: ListShape = {
  name: 'past-winners',
  filters: ['year', 'category', 'from'],
  sorts: pastSorts,
  columns: columnIds.map((id) => ({ id, ...(id === 'winner' && { stays: true }), ...(aside.has(id) && { aside: true }) })),
};

async function relations(ctx: Ctx, subject: string): Promise<readonly Standing[]> {
  const id = z.uuid().safeParse(subject);
  const given = id.success ? await programmeRelations(ctx, id.data as ProgrammeId) : [];
  return given.flatMap((relation): Standing[] => (relation === 'manager' ? ['organiser'] : relation === 'auditor' ? ['auditor'] : []));
}

export const pastWinnersList = declareList({ ...shape, relations });
