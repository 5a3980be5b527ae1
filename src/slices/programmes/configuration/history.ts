/** What changed in an edition after its entries opened, from the record: for everybody, so nobody is named. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Difference } from '#core/editions/differences.ts';
import type { Json } from '#core/record/canonical.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '../edition.ts';

const change = z.object({ path: z.string(), kind: z.enum(['added', 'removed', 'changed', 'moved']), from: z.json(), to: z.json() });
const texts = z.object({ name: z.string(), description: z.string() });
const dates = z.object({ entriesOpenAt: z.string(), entriesCloseAt: z.string(), judgingCloseAt: z.string() });

const unlocked = z.object({ because: z.string() });
const changed = z.object({ changes: z.array(change), count: z.number(), afterOpening: z.boolean() });
const added = z.object({ code: z.string(), name: z.string() });
const renamed = z.object({ number: z.string(), from: texts, to: texts, afterOpening: z.boolean() });
const moved = z.object({ from: dates, to: dates });
const readdressed = z.object({ from: z.string(), to: z.string(), published: z.boolean().optional() });

export type LateChange = {
  readonly id: string;
  readonly at: Date;
  /** Of the unlocking it was made under; null where it needed none, or the record has been erased. */
  readonly because: string | null;
  readonly changes: readonly Difference[];
  /** Differences beyond those the record tells. */
  readonly more: number;
};

type Row = { readonly id: string; readonly kind: string; readonly at: Date; readonly body: unknown };
type Found = Pick<LateChange, 'changes'> & { readonly more?: number; readonly unlocked?: boolean };

const between = (path: string, from: string, to: string): Difference[] => (from === to ? [] : [{ path, kind: 'changed', from, to }]);

function whenMoved({ from, to }: z.output<typeof moved>, zone: string): readonly Difference[] {
  const told = (at: string) => zonedText(Date.parse(at), zone);
  return [
    ...between('timeline.entries.opens', told(from.entriesOpenAt), told(to.entriesOpenAt)),
    ...between('timeline.entries.closes', told(from.entriesCloseAt), told(to.entriesCloseAt)),
    ...between('timeline.judging.closes', told(from.judgingCloseAt), told(to.judgingCloseAt)),
  ];
}

/** What an event changed, where that was after entries had opened. */
function lateIn({ kind, at, body }: Row, edition: Edition): Found | undefined {
  if (kind === 'programmes.configuration-changed') {
    const { data } = changed.safeParse(body);
    return data?.afterOpening ? { changes: data.changes, more: data.count - data.changes.length, unlocked: true } : undefined;
  }
  if (kind === 'programmes.category-changed') {
    const { data } = renamed.safeParse(body);
    if (!data?.afterOpening) return undefined;
    const place = `categories[${data.number}]`;
    const { from, to } = data;
    return {
      changes: [...between(`${place}.name`, from.name, to.name), ...between(`${place}.description`, from.description, to.description)],
    };
  }
  if (kind === 'programmes.category-added') {
    const { data } = added.safeParse(body);
    if (!data || at < edition.entriesOpenAt) return undefined;
    return { changes: [{ path: `categories[${data.code}]`, kind: 'added', to: data.name }] };
  }
  if (kind.endsWith('-address-changed')) {
    const { data } = readdressed.safeParse(body);
    // Of an edition from its publication on; of the programme, what happened while the edition was under way.
    if (!data || !(data.published ?? at >= edition.entriesOpenAt)) return undefined;
    return { changes: between(kind.includes('programme-') ? 'programme.address' : 'address', data.from, data.to) };
  }
  const { data } = moved.safeParse(body);
  return data && at >= new Date(data.from.entriesOpenAt) ? { changes: whenMoved(data, edition.zone) } : undefined;
}

const told = [
  'programmes.configuration-changed',
  'programmes.category-changed',
  'programmes.category-added',
  'programmes.dates-changed',
  'programmes.edition-address-changed',
  'programmes.programme-address-changed',
];

/** The newest `most` events that change an edition, and all that unlock it; oldest first. */
async function events(ctx: Ctx, edition: Edition, most: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with of_edition as (
      select e.id, e.kind, e.at, b.body::json as body
        from audit_events e
        join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
       where e.organisation_id = ${ctx.organisation} and e.chain_id = ${edition.programme}
         and (e.subject_kind = 'edition' and e.subject_id = ${edition.id}
              or e.kind = 'programmes.programme-address-changed'
              or e.subject_kind = 'category' and e.subject_id in (
                   select id from categories where organisation_id = ${ctx.organisation} and edition_id = ${edition.id})))
    select * from (
      (select * from of_edition where kind = any(${told}) order by at desc, id desc limit ${most})
      union all
      select * from of_edition where kind = 'programmes.configuration-unlocked') all_of_them
    order by at, id`.execute(ctx.db);
  return rows;
}

/** Newest first, of the newest `most` events. Whoever calls has decided that the edition may be seen. */
export async function lateChanges(ctx: Ctx, edition: Edition, most = 500): Promise<readonly LateChange[]> {
  let because: string | null = null;
  const found: LateChange[] = [];
  for (const row of await events(ctx, edition, most)) {
    if (row.kind === 'programmes.configuration-unlocked') {
      because = unlocked.safeParse(row.body).data?.because ?? null;
      continue;
    }
    const late = lateIn(row, edition);
    if (!late || late.changes.length === 0) continue;
    const { id, at } = row;
    found.unshift({ id, at, because: late.unlocked ? because : null, changes: late.changes, more: late.more ?? 0 });
  }
  return found;
}

/** Late codes are theirs whom a manager gave them, and of grace nobody is told. */
const unsaid = /^timeline\.(?:lateCodes\b|(?:entries|nominations)\.grace$)/;

/** A whole clock that came or went, without its grace. */
function withoutGrace(value: Json | undefined): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'grace'));
}

function forPublic(difference: Difference): Difference {
  const { from, to, ...rest } = difference;
  if (!/^timeline\.(?:entries|nominations)$/.test(rest.path)) return difference;
  const [was, is] = [withoutGrace(from), withoutGrace(to)];
  return { ...rest, ...(was !== undefined && { from: was }), ...(is !== undefined && { to: is }) };
}

/** As everybody reads them: a change of what nobody is told is none. */
export async function lateChangesForPublic(ctx: Ctx, edition: Edition): Promise<readonly LateChange[]> {
  return (await lateChanges(ctx, edition)).flatMap((one) => {
    const changes = one.changes.filter(({ path }) => !unsaid.test(path)).map(forPublic);
    return changes.length === 0 ? [] : [{ ...one, changes }];
  });
}
