/** The receipt of an entry, made again from what is kept of it. */
import { createHash } from 'node:crypto';
import { receiptText } from '#core/entries/receipt.ts';
import type { Ctx } from '#platform/context.ts';
import { movesOf, stands } from '../moving/moves-store.ts';
import { filesAt } from '../reopening/versions.ts';
import { begunFrom } from '../together/begun.ts';
import type { EntryView } from '../views.ts';

export type Receipt = {
  /** What the mark is the SHA-256 of, as it can be made of what is kept today. */
  readonly text: string;
  /** 64 hex digits, as the mail said them. */
  readonly hash: string;
  /** Whether what is kept today still makes that mark. */
  readonly agrees: boolean;
};

/** The version of the edition what was submitted at a version answered: of one that was moved since, the one before the first move since. */
async function rulesAt(ctx: Ctx, { id, rules }: Pick<EntryView, 'id' | 'rules'>, version: number): Promise<number | null> {
  const since = (await movesOf(ctx, [id])).filter((move) => stands(move) && move.version > version);
  const first = since.at(-1);
  return first === undefined ? rules : first.rulesBefore;
}

/** Of what was submitted last; undefined where nothing was. Who may read it has been asked. */
export async function receiptOf(ctx: Ctx, entry: EntryView): Promise<Receipt | undefined> {
  const { id, number, submittedAt, hash } = entry;
  if (number === null || submittedAt === null || hash === null) return undefined;
  const last = await ctx.db
    .selectFrom('entry_history')
    .select('version')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', id)
    .where('saved_at', '<=', submittedAt)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { head, answers } = await begunFrom(ctx, id, { version: last?.version ?? 0, since: {} });
  const files = await filesAt(ctx, id, submittedAt);
  const rules = await rulesAt(ctx, entry, last?.version ?? 0);
  const text = receiptText({ entry: id, number, ...head, rules, answers, files, submittedAt });
  return { text, hash, agrees: createHash('sha256').update(text).digest('hex') === hash };
}
