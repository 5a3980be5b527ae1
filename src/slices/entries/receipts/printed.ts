/** An entry as it stands on paper: the same for its writer and for managers, each having been asked whether they may read it. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryView } from '../views.ts';
import { receiptOf } from './receipt.ts';

export type Printed = Awaited<ReturnType<typeof printed>>;

export async function printed(ctx: Ctx, entry: EntryView) {
  const { id, number, state, title, nominee, body, form, category, owner, edition, files, rules } = entry;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const receipt = await receiptOf(ctx, entry);
  return {
    id,
    number,
    state,
    title,
    nominee,
    body,
    form,
    rules,
    category: category.name,
    writer: owner.name,
    edition: { programmeName: edition.programmeName, programmeSlug: edition.programmeSlug, name: edition.name, slug: edition.slug },
    savedAt: told(entry.savedAt),
    submittedAt: entry.submittedAt && told(entry.submittedAt),
    at: told(ctx.now),
    files: files.map(({ addedAt, ...file }) => ({ ...file, addedAt: told(addedAt) })),
    /** Undefined for what was never submitted. */
    receipt: receipt && { hash: receipt.hash, agrees: receipt.agrees },
  };
}

/** The text of the receipt as a file, so that a command anybody has can make its mark. */
export async function receiptFile(ctx: Ctx, entry: EntryView): Promise<Response | undefined> {
  const receipt = await receiptOf(ctx, entry);
  return (
    receipt &&
    new Response(receipt.text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${receiptName(entry.number)}"`,
        'cache-control': 'private, no-store',
      },
    })
  );
}

/** Numbers are made of a category's code and a count: nothing in them has to be kept out of a file's name. */
export const receiptName = (number: string | null): string => `receipt-${number ?? 'draft'}.json`;
