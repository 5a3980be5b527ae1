/** What answered at the web addresses of an entry, for whoever screens it. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import type { AnsweredForm } from '../answers/answered-form.ts';
import { linksOf } from './link-store.ts';
import { addressesIn } from './links.ts';

export type ShownLinks = NonNullable<Awaited<ReturnType<typeof shownLinks>>>;

/** Undefined where it names none. Those it names now: what was found of one it no longer names is not shown. */
export async function shownLinks(ctx: Ctx, entry: { readonly id: EntryId; readonly form: AnsweredForm | undefined }, zone: string) {
  const addresses = entry.form ? addressesIn(entry.form.form, entry.form.answers) : [];
  if (addresses.length === 0) return undefined;
  const known = new Map((await linksOf(ctx, entry.id)).map((link) => [link.address, link]));
  const [at] = [...known.values()].flatMap(({ checkedAt }) => checkedAt ?? []);
  return {
    at: at && zonedText(at.getTime(), zone),
    waits: [...known.values()].some(({ checkedAt }) => checkedAt === null),
    links: addresses.map((address) => {
      const link = known.get(address);
      return {
        address,
        asked: link !== undefined,
        checked: link?.checkedAt != null,
        status: link?.status ?? null,
        fault: link?.fault ?? null,
      };
    }),
  };
}
