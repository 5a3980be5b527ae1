/** Entries that wait for a screener, with what the rules of their categories say of each before anybody looks. */
import { sql } from 'kysely';
import { type ShownRule, shownRules } from '#core/editions/entry-rules.ts';
import type { Answer } from '#core/rules/kleene.ts';
import { judge } from '#core/rules/verdict.ts';
import type { Ctx } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, isBound, type Reached, requireScreening, withinReach } from '#slices/programmes/index.ts';
import { ownAmong } from '../writers/views.ts';
import { factsOfSeveral } from './several.ts';

/** As many as are laid out on a page; those first that have waited longest. */
const onPage = 200;

export type WaitingEntry = {
  readonly id: EntryId;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly category: string;
  readonly submittedAt: Date;
  /** `none`: its category has no rules. */
  readonly says: Answer | 'none';
  /** The rules that made it so; none where all are met. */
  readonly because: readonly ShownRule[];
  /** What the fields of its form are called. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the reader wrote it, so that it waits for somebody else, and nothing of how it stands is told. */
  readonly yours: boolean;
};

/** What is certain stands together: no before open, open before yes. */
const order: readonly WaitingEntry['says'][] = ['no', 'unknown', 'yes', 'none'];

/** Of these, what whoever screens for the programme wrote themselves. */
async function ownToScreener(ctx: Ctx, reach: Reached, rows: readonly { readonly id: EntryId }[]): Promise<ReadonlySet<EntryId>> {
  if (!isBound(reach)) return new Set();
  return ownAmong(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** `without`: what a later slice knows not to wait any more. */
type Asked = { readonly after: string | undefined; readonly without: readonly EntryId[] };

/** `next`: where the page after it begins. */
type WaitingPage = { readonly entries: readonly WaitingEntry[]; readonly next: string | undefined };

/** One page, as far as the actor reaches. @throws Problem for everybody but those who screen */
export async function waitingEntries(ctx: Ctx, edition: Edition, { after, without }: Asked): Promise<WaitingPage> {
  const reach = await requireScreening(ctx, edition);
  let query = ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.number', 'e.title', 'e.nominee', 'e.nominee_kind', 'e.nominated_by', 'e.submitted_at', 'e.rules_version'])
    .select(['c.code', 'c.name as category'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where(withinReach([reach]))
    .where('e.state', '=', 'submitted')
    .orderBy('e.submitted_at')
    .orderBy('e.id')
    .limit(onPage + 1);
  if (without.length > 0) query = query.where(sql<boolean>`e.id <> all (${[...without]}::uuid[])`);
  const from = readCursor(after, 'instant');
  if (from) query = query.where(sql<boolean>`(e.submitted_at, e.id) > (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const found = await query.execute();
  const rows = found.slice(0, onPage);
  const last = found.length > onPage ? rows.at(-1) : undefined;
  const own = await ownToScreener(ctx, reach, rows);
  const waiting = (await factsOfSeveral(ctx, edition, rows)).map(({ row, rules: of, gathered }): WaitingEntry => {
    const { id, number, title, nominee, category, submitted_at: at } = row;
    const known = { id, number: number ?? '', title, nominee, category, submittedAt: at ?? ctx.now, yours: own.has(id) };
    if (known.yours || Object.keys(of.rules).length === 0) return { ...known, says: 'none', because: [], fields: {} };
    const { verdict, rules, fields } = shownRules(of, judge(of.rules, gathered.facts), of.say);
    const because = rules.filter(({ verdict: each }) => each.decides === 'eligible' && verdict !== 'yes' && each.verdict === verdict);
    return { ...known, says: verdict, because, fields };
  });
  const entries = waiting.toSorted((one, other) => order.indexOf(one.says) - order.indexOf(other.says));
  return { entries, next: last && writeCursor((last.submitted_at ?? ctx.now).toISOString(), last.id) };
}
