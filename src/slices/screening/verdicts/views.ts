/** What was decided about entries that may not compete, for those who screen. The caller has asked who reads. */
import { sql } from 'kysely';
import { type StandingState, standingState } from '#core/screening/verdicts.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId } from '#platform/ids.ts';
import type { Settings } from './store.ts';

type Row = {
  readonly entry: EntryId;
  readonly why: string;
  readonly words: string;
  readonly duplicateOf: EntryId | null;
  readonly duplicateNumber: string | null;
  readonly decidedBy: string;
  readonly by: string;
  readonly at: Date;
  readonly agrees: boolean | null;
  readonly remark: string;
  readonly looker: string | null;
  readonly lookedAt: Date | null;
  readonly sender: string | null;
  readonly sentAt: Date | null;
  readonly undoer: string | null;
  readonly undoneAt: Date | null;
};

/** Every verdict on these entries, the newest first. */
async function verdictsOn(ctx: Ctx, entries: readonly EntryId[]): Promise<Row[]> {
  return snapshot(ctx, ['decisions'], async (inside) => {
    const { rows } = await sql<Row>`
      select v.entry_id as entry, v.why, v.words, v.duplicate_of as "duplicateOf", d.number as "duplicateNumber", v.decided_by as "decidedBy",
             p.name as by, v.decided_at as at, v.agrees, v.remark, l.name as looker, v.looked_at as "lookedAt", s.name as sender,
             v.sent_at as "sentAt", u.name as undoer, v.undone_at as "undoneAt"
        from screening_verdicts v
        join directory.people p on p.id = v.decided_by
        left join directory.people l on l.id = v.looked_by
        left join directory.people s on s.id = v.sent_by
        left join directory.people u on u.id = v.undone_by
        left join entries d on d.organisation_id = v.organisation_id and d.id = v.duplicate_of
       where v.organisation_id = ${inside.organisation} and v.entry_id = any (${[...entries]}::uuid[])
       order by v.decided_at desc, v.id`.execute(inside.db);
    return rows;
  });
}

type Step = { readonly by: string; readonly at: Date };

export type ShownVerdict = {
  readonly state: StandingState;
  readonly why: string;
  readonly words: string;
  readonly duplicate: { readonly id: EntryId; readonly number: string } | undefined;
  readonly decided: Step;
  readonly looked: (Step & { readonly agrees: boolean; readonly remark: string }) | undefined;
  readonly sent: Step | undefined;
  /** Whether the reader decided it, so that the second look is another's. */
  readonly mine: boolean;
};

const step = (by: string | null, at: Date | null): Step | undefined => (by === null || at === null ? undefined : { by, at });

function shown(ctx: Ctx, row: Row, { secondLook }: Settings): ShownVerdict {
  const looked = step(row.looker, row.lookedAt);
  return {
    state: standingState({ decidedBy: row.decidedBy, agrees: row.agrees, sent: row.sentAt !== null }, secondLook),
    why: row.why,
    words: row.words,
    duplicate: row.duplicateOf === null ? undefined : { id: row.duplicateOf, number: row.duplicateNumber ?? '' },
    decided: { by: row.by, at: row.at },
    looked: looked && { ...looked, agrees: row.agrees === true, remark: row.remark },
    sent: step(row.sender, row.sentAt),
    mine: row.decidedBy === personOf(ctx),
  };
}

export type VerdictStep = Step & {
  readonly verdict: 'ruledOut' | 'agreed' | 'disagreed' | 'sent' | 'undone';
  readonly reason: string;
};

function stepsOf(row: Row): VerdictStep[] {
  const of = (verdict: VerdictStep['verdict'], made: Step | undefined, reason = ''): VerdictStep[] =>
    made ? [{ verdict, reason, ...made }] : [];
  return [
    ...of('undone', step(row.undoer, row.undoneAt)),
    ...of('sent', step(row.sender, row.sentAt)),
    ...of(row.agrees === false ? 'disagreed' : 'agreed', step(row.looker, row.lookedAt), row.remark),
    ...of('ruledOut', row, [row.why, row.words].filter(Boolean).join('. ')),
  ];
}

/** Of one entry: what stands, and every step there was, the newest first. */
export async function verdictOf(ctx: Ctx, entry: EntryId, settings: Settings) {
  const rows = await verdictsOn(ctx, [entry]);
  const standing = rows.find(({ undoneAt }) => undoneAt === null);
  return { standing: standing && shown(ctx, standing, settings), steps: rows.flatMap(stepsOf) };
}
