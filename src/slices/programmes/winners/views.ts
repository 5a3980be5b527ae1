/** Lists of past winners for whoever brings them in. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { requireRelation } from '../access.ts';
import { type ListToRead, type Proposal, proposalOf } from './known.ts';
import type { ImportState } from './store.ts';

/** What a list would add. For whoever manages the programme, and for the machine. */
export async function proposalFor(ctx: Ctx, programme: ProgrammeId, list: ListToRead): Promise<Proposal> {
  if (ctx.actor.kind !== 'system') await requireRelation(ctx, programme, ['manager']);
  return proposalOf(ctx, programme, list);
}

export type ImportLine = {
  readonly id: string;
  readonly state: ImportState;
  readonly file: string;
  readonly added: number;
  readonly at: Date;
  readonly by: string | null;
};

const mostLines = 200;

function importLines(ctx: Ctx) {
  return ctx.db
    .selectFrom('winner_imports as i')
    .leftJoin('directory.people as p', 'p.id', 'i.proposed_by')
    .innerJoin('programmes as g', (join) => join.onRef('g.organisation_id', '=', 'i.organisation_id').onRef('g.id', '=', 'i.programme_id'))
    .select(['i.id', 'i.state', 'i.file', 'i.added', 'i.proposed_at as at', 'p.name as by', 'g.slug as programme'])
    .where('i.organisation_id', '=', ctx.organisation)
    .orderBy('i.proposed_at', 'desc')
    .orderBy('i.id')
    .$narrowType<{ state: ImportState }>();
}

/** Lists of one programme, for whoever manages or audits it. */
export async function importsOf(ctx: Ctx, programme: ProgrammeId): Promise<ImportLine[]> {
  await requireRelation(ctx, programme, ['manager', 'auditor']);
  return importLines(ctx).where('i.programme_id', '=', programme).limit(mostLines).execute();
}

/** Of the whole installation, for whoever has the machine. */
export async function importsForMachine(ctx: Ctx): Promise<(ImportLine & { readonly programme: string })[]> {
  if (ctx.actor.kind !== 'system') throw problem('general.not-found');
  return importLines(ctx).execute();
}
