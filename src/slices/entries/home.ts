/** What a signed-in person's home shows of entries: their own, and the calls that are open. */

import type { EntryState } from '#core/entries/withdrawing.ts';
import type { Right } from '#core/entries/writers.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { publishedProgrammes } from '#slices/programmes/index.ts';
import { extensionsOf } from './deadlines/more-time/extensions-store.ts';
import { mendingOf } from './mending/mend-by.ts';
import { unreadBy } from './threads/views.ts';
import { entriesOfOwner } from './views.ts';

export type HomeEntry = {
  readonly id: string;
  readonly title: string;
  readonly state: EntryState;
  readonly number: string | null;
  readonly category: string;
  readonly programme: string;
  readonly closes: string;
  readonly submittedAt: string | null;
  /** Milliseconds until `closes`. */
  readonly away: number;
  readonly open: boolean;
  /** Whether `closes` is its own instant to be mended until, and not the close of entries. */
  readonly mending: boolean;
  /** Where its next version is written, of one that is open again. */
  readonly again: { readonly draft: string; readonly until: string; readonly away: number } | undefined;
  /** How many of the required fields are empty. */
  readonly missing: number;
  /** Messages of the organiser the reader has not read. */
  readonly unread: number;
  /** Of one that is somebody else's: whose, and what the reader may do to it. */
  readonly shared: { readonly by: string; readonly may: Right } | undefined;
};

export type Home = { readonly entries: readonly HomeEntry[]; readonly calls: readonly { slug: string; name: string; closes: string }[] };

/** Until when the reader has more time than others, by edition. */
async function givenTo(ctx: Ctx, person: PersonId | undefined): Promise<ReadonlyMap<EditionId, number>> {
  const standing = person === undefined ? [] : (await extensionsOf(ctx, [person])).filter(({ endedAt }) => endedAt === null);
  return new Map(standing.sort((a, b) => a.until.getTime() - b.until.getTime()).map(({ edition, until }) => [edition, until.getTime()]));
}

export async function homeOf(ctx: Ctx): Promise<Home> {
  const own = await entriesOfOwner(ctx);
  const person = personOf(ctx);
  const unread = await unreadBy(
    ctx,
    person,
    own.map(({ id }) => id),
  );
  const given = await givenTo(ctx, person);
  const calls = (await publishedProgrammes(ctx)).filter(({ edition }) => edition.phase === 'entries-open');
  return {
    entries: own.map(({ edition, ...entry }) => {
      const mending = mendingOf(ctx, entry, edition);
      const close = Math.max(edition.entriesCloseAt.getTime(), given.get(edition.id) ?? 0);
      return {
        id: entry.id,
        title: entry.title,
        state: entry.state,
        number: entry.number,
        category: entry.categoryName,
        programme: `${edition.programmeName} ${edition.name}`,
        closes: mending?.until ?? zonedText(close, edition.zone),
        submittedAt: entry.submittedAt && zonedText(entry.submittedAt.getTime(), edition.zone),
        away: mending?.away ?? close - ctx.now.getTime(),
        open: mending?.open ?? (ctx.now >= edition.entriesOpenAt && ctx.now.getTime() < close && entry.phase !== 'announced'),
        mending: mending !== undefined,
        again: entry.openAgain && {
          draft: entry.openAgain.draft,
          until: zonedText(entry.openAgain.until.getTime(), edition.zone),
          away: entry.openAgain.until.getTime() - ctx.now.getTime(),
        },
        missing: entry.missing,
        unread: unread.get(entry.id) ?? 0,
        shared: entry.shared,
      };
    }),
    calls: calls.map(({ programme, edition }) => ({
      slug: programme.slug,
      name: `${programme.name} ${edition.name}`,
      closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
    })),
  };
}
