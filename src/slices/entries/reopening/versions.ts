/** Two versions of an entry beside each other: what stands and the draft of the next, or what stood before and what stands since. */
import { type Changes, differences, type Version } from '#core/entries/versions.ts';
import { type Form, fieldsOf, type Section } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { answersOf } from '../answers/answers-store.ts';

type Head = Pick<Version, 'title' | 'nominee' | 'body'>;

async function headAt(ctx: Ctx, entry: EntryId, version: number): Promise<Head> {
  const row = await ctx.db
    .selectFrom('entry_history')
    .select(['title', 'nominee', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { title: '', nominee: '', body: '' };
}

/** The files that lay beside it at an instant; taken away at that very instant is away. */
async function filesAt(ctx: Ctx, entry: EntryId, at: Date): Promise<Version['files']> {
  const rows = await ctx.db
    .selectFrom('entry_files')
    .select(['name', 'sha256', 'field'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('added_at', '<=', at)
    .where((e) => e.or([e('removed_at', 'is', null), e('removed_at', '>', at)]))
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ name, sha256, field }) => ({ name, sha256: sha256?.toString('hex') ?? '', field }));
}

/** An entry as it was at a version, sent in at an instant. */
export async function versionAt(ctx: Ctx, entry: EntryId, { version, at }: { version: number; at: Date }): Promise<Version> {
  const answers = (await answersOf(ctx, [entry], undefined, version)).get(entry) ?? {};
  return { ...(await headAt(ctx, entry, version)), answers, files: await filesAt(ctx, entry, at) };
}

/** The fields of a form under these keys, each shown whatever it hangs from. */
function onlyFields(form: Form, keys: ReadonlySet<string>): Form {
  const sections = form.sections.flatMap(({ condition: _when, ...section }) => {
    const items = section.items.flatMap((item): Section['items'] => {
      if (item.kind !== 'group') return keys.has(item.key) ? [{ ...item, condition: undefined }] : [];
      const fields = item.fields.filter(({ key }) => keys.has(key)).map((field) => ({ ...field, condition: undefined }));
      return fields.length === 0 ? [] : [{ ...item, condition: undefined, fields }];
    });
    return items.length === 0 ? [] : [{ ...section, items }];
  });
  return { ...form, sections };
}

type Asked = { readonly form: Form; readonly language: string } | undefined;

/** What a page shows of two versions. */
export function changesBetween(before: Version, after: Version, asked: Asked): Changes {
  const { head, fields, added, removed } = differences(before, after);
  const known = new Set(asked ? fieldsOf(asked.form).map(({ field }) => field.key) : []);
  const changed = new Set(fields.filter((key) => known.has(key)));
  const names = (files: Version['files']) => files.map(({ name }) => name);
  return {
    head: head.map((part) => ({ part, before: before[part], after: after[part] })),
    form:
      asked === undefined || changed.size === 0
        ? undefined
        : { form: onlyFields(asked.form, changed), language: asked.language, before: before.answers, after: after.answers },
    added: names(added),
    removed: names(removed),
    count: head.length + changed.size + added.length + removed.length,
  };
}
