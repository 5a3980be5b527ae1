/** What an entry said at each of its versions, for whoever writes it: by whom and when, what differs, and a text that comes back. */
import { sql } from 'kysely';
import { isOfFiles } from '#core/forms/controls/sending.ts';
import { understood } from '#core/forms/reading.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { mayEdit } from '../access.ts';
import { type EntryView, entryForOwner, type OwnView } from '../views.ts';
import type { saveDraft } from '../writing.ts';
import { type Begun, begunFrom } from './begun.ts';

export const linesAPage = 30;

export type VersionLine = {
  readonly version: number;
  readonly at: string;
  /** '' for whoever reads it. */
  readonly by: string;
  /** Names of the fields that were written. */
  readonly parts: readonly string[];
  readonly submitted: boolean;
};

type Row = { readonly version: number; readonly at: Date; readonly by: PersonId; readonly parts: readonly string[] };

/** Newest first, those before `after`; one more than a page has. */
async function rowsOf(ctx: Ctx, entry: EntryId, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with these as (
      select * from entry_history where organisation_id = ${ctx.organisation} and entry_id = ${entry} and version < ${after}
       order by version desc limit ${linesAPage + 2}),
    said as (
      select version, saved_at, saved_by, title is distinct from lag(title, 1, '') over w as title,
             nominee is distinct from lag(nominee, 1, '') over w as nominee, body is distinct from lag(body, 1, '') over w as body,
             nominee_kind is distinct from lag(nominee_kind) over w as kind, nominated_by is distinct from lag(nominated_by) over w as nominator
        from these window w as (order by version))
    select version, saved_at as at, saved_by as by,
           array_remove(array[case when title then 'title' end, case when nominee then 'nominee' end, case when body then 'body' end,
             case when kind then 'nomineeKind' end, case when nominator then 'nominator' end], null)
           || array(select 'answers.' || field from entry_answers a
                     where a.organisation_id = ${ctx.organisation} and a.entry_id = ${entry} and a.version = said.version order by field) as parts
      from said order by version desc limit ${linesAPage + 1}`.execute(ctx.db);
  return rows;
}

const told = (at: Date, { edition }: EntryView) => zonedText(at.getTime(), edition.zone);

const headOf = ({ id, title, version, form, edition, category, state, may }: OwnView) => ({
  id,
  title,
  version,
  form,
  category: category.name,
  edition: { programmeName: edition.programmeName, programmeSlug: edition.programmeSlug, name: edition.name, zone: edition.zone },
  mayRestore: mayEdit(state) && may !== 'view',
});

async function linesOf(ctx: Ctx, entry: EntryView, rows: readonly Row[]): Promise<VersionLine[]> {
  const people = await peopleByIds(ctx, [...new Set(rows.map(({ by }) => by))]);
  return rows.map(({ version, at, by, parts }) => ({
    version,
    at: told(at, entry),
    by: by === personOf(ctx) ? '' : (people.get(by)?.name ?? ''),
    parts,
    submitted: entry.submittedAt?.getTime() === at.getTime(),
  }));
}

/** @throws Problem for everybody but whoever writes it */
export async function historyPage(ctx: Ctx, id: string, after: number | undefined) {
  const entry = await entryForOwner(ctx, id);
  const rows = await rowsOf(ctx, entry.id, after ?? entry.version + 1);
  const lines = await linesOf(ctx, entry, rows.slice(0, linesAPage));
  return { ...headOf(entry), lines, next: rows.length > linesAPage ? lines.at(-1)?.version : undefined, later: after !== undefined };
}

type Said = { readonly part: string; readonly before: unknown; readonly after: unknown; readonly now: unknown };

const headNames = ['title', 'nominee', 'nomineeKind', 'nominator', 'body'] as const;

/** What each field said at three instants, as far as it is asked now. */
function saidAt(entry: EntryView, before: Begun, after: Begun): Said[] {
  const { form } = entry;
  const head = headNames.map((part): Said => ({ part, before: before.head[part], after: after.head[part], now: entry[part] }));
  const fields = form ? fieldsOf(form.form).filter(({ field }) => !isOfFiles(field)) : [];
  const answers = fields.map(({ field: { key } }): Said => {
    const at = (all: Readonly<Record<string, unknown>> | undefined) => (all && Object.hasOwn(all, key) ? all[key] : null);
    return { part: `answers.${key}`, before: at(before.answers), after: at(after.answers), now: at(form?.answers) };
  });
  return [...head, ...answers];
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

const at = (version: number) => ({ version, since: {} });

/** One version beside another, or beside the one before it. */
export async function comparison(
  ctx: Ctx,
  id: string,
  { version, against }: { readonly version: number; readonly against: number | undefined },
) {
  const entry = await entryForOwner(ctx, id);
  const [row, earlier] = await rowsOf(ctx, entry.id, version + 1);
  if (row?.version !== version) throw problem('general.not-found');
  const beside = against ?? earlier?.version ?? 0;
  const [first, second] = beside < version ? [beside, version] : [version, beside];
  const said = saidAt(entry, await begunFrom(ctx, entry.id, at(first)), await begunFrom(ctx, entry.id, at(second)));
  const own = (one: Said) => (version === first ? one.before : one.after);
  return {
    ...headOf(entry),
    line: (await linesOf(ctx, entry, [row]))[0],
    first,
    second,
    newest: version === entry.version,
    changes: said.filter(({ before, after }) => !alike(before, after)).map((one) => ({ ...one, isNow: alike(own(one), one.now) })),
    /** Whether anything it said is otherwise now. */
    restores: said.some((one) => !alike(own(one), one.now)),
  };
}

type Restoring = { readonly entry: string; readonly from: string; readonly part: string; readonly version: string };

/** What is saved to bring back a field, or with '' all of them: a version like any other, so that it can be taken back the same way. */
export async function restoring(ctx: Ctx, { entry: id, from, part, version }: Restoring): Promise<Parameters<typeof saveDraft>[1]> {
  const entry = await entryForOwner(ctx, id);
  const old = await begunFrom(ctx, entry.id, at(Number(from) || 0));
  const of = (name: (typeof headNames)[number]) => (part === '' || part === name ? old.head : entry);
  const fields = entry.form ? fieldsOf(entry.form.form).filter(({ field }) => !isOfFiles(field)) : [];
  const answers = fields.flatMap(({ field }): [string, unknown][] => {
    const all = part === '' || part === `answers.${field.key}` ? old.answers : (entry.form?.answers ?? {});
    const { answered } = understood(field, Object.hasOwn(all, field.key) ? all[field.key] : undefined);
    return answered ? [[field.key, answered.answer]] : [];
  });
  return {
    entry: entry.id,
    version,
    title: of('title').title,
    nominee: of('nominee').nominee,
    body: of('body').body,
    nomineeKind: of('nomineeKind').nomineeKind ?? '',
    nominator: of('nominator').nominator ?? '',
    ...(entry.form && { answers: Object.fromEntries(answers) }),
  };
}
