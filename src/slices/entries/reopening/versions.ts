/** Two versions of an entry beside each other: what stands and the draft of the next, or what stood before and what stands since. */
import { type Changes, differences, type Version, type VersionFile } from '#core/entries/versions.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { begunFrom } from '../together/begun.ts';

/** The files that lay beside it at an instant; taken away at that very instant is away. */
export async function filesAt(ctx: Ctx, entry: EntryId, at: Date): Promise<(VersionFile & { readonly bytes: number })[]> {
  const rows = await ctx.db
    .selectFrom('entry_files')
    .select(['name', 'sha256', 'field', 'bytes'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('added_at', '<=', at)
    .where((e) => e.or([e('removed_at', 'is', null), e('removed_at', '>', at)]))
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ sha256, ...file }) => ({ ...file, sha256: sha256?.toString('hex') ?? '' }));
}

/** An entry as it was at a version, sent in at an instant. */
export async function versionAt(ctx: Ctx, entry: EntryId, { version, at }: { version: number; at: Date }): Promise<Version> {
  const { head, answers } = await begunFrom(ctx, entry, { version, since: {} });
  return { title: head.title, nominee: head.nominee, body: head.body, answers, files: await filesAt(ctx, entry, at) };
}

type Asked = { readonly form: Form; readonly language: string } | undefined;

/** What a page shows of two versions. */
export function changesBetween(before: Version, after: Version, asked: Asked): Changes {
  const { head, fields, added, removed } = differences(before, after);
  const changed = new Set(fields);
  const asking = asked ? fieldsOf(asked.form).flatMap(({ field }) => (changed.has(field.key) ? [field] : [])) : [];
  const names = (files: Version['files']) => files.map(({ name }) => name);
  return {
    head: head.map((part) => ({ part, before: before[part], after: after[part] })),
    answers: asking.map((field) => ({ field, before: before.answers[field.key], after: after.answers[field.key] })),
    language: asked?.language ?? '',
    added: names(added),
    removed: names(removed),
    count: head.length + asking.length + added.length + removed.length,
  };
}
