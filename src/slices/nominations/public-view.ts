/** What whoever nominates sees: the form of a category, and whether a code is still waited for. */

import { problem } from '#core/problems/problem.ts';
import { arrivalAt } from '#core/season/timeline/clock.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { daysKept } from '#platform/privacy/kept.ts';
import { categoryInEdition } from '#slices/entries/index.ts';
import { categoriesOf, editionForPublic } from '#slices/programmes/index.ts';
import { nominationClock } from './clock.ts';
import { formMark } from './human.ts';
import { takenBy } from './nominating.ts';
import { openTimer } from './privacy/timers.ts';
import { limits, nominationId } from './schemas.ts';

export type NominationForm = Awaited<ReturnType<typeof nominationForm>>;

/** @throws Problem `general.not-found` without such a category in a published edition */
export async function nominationForm(ctx: Ctx, programme: string, slug: string, code: string) {
  const edition = await editionForPublic(ctx, programme, slug);
  const found = (await categoriesOf(ctx, edition.id)).find((one) => one.code === code);
  const category = found && (await categoryInEdition(ctx, found.id));
  if (!category) throw problem('general.not-found');
  const deadline = await nominationClock(ctx, edition);
  const told = (at: number) => zonedText(at, edition.zone);
  const arrival = deadline && arrivalAt(deadline, ctx.now.getTime());
  return {
    programme: { slug: edition.programmeSlug, name: edition.programmeName },
    edition: { slug: edition.slug, name: edition.name },
    category: { id: category.id, code, name: category.name, retired: category.retired },
    takes: await takenBy(ctx, { edition, code }),
    // Nobody is told of the grace; a page that is opened within it still has its form.
    state: arrival === undefined ? ('none' as const) : arrival === 'not-open-yet' || arrival === 'over' ? arrival : ('open' as const),
    opens: deadline ? told(deadline.opensAt) : '',
    closes: deadline ? told(deadline.closesAt) : '',
    limits,
    kept: await daysKept(ctx, openTimer, edition.programme),
    mark: formMark(ctx.now),
  };
}

/** Whether a nomination waits for its code or counts; of one that is not there, that it waits, so that nobody learns which there are. */
export async function waitingForCode(ctx: Ctx, id: string): Promise<{ readonly confirmed: boolean }> {
  const read = nominationId.safeParse(id);
  if (!read.success) throw problem('general.not-found');
  return snapshot(ctx, ['nominations'], async (inside) => {
    const row = await inside.db
      .selectFrom('nominations')
      .select('confirmed_at')
      .where('organisation_id', '=', inside.organisation)
      .where('id', '=', read.data)
      .executeTakeFirst();
    return { confirmed: row?.confirmed_at != null };
  });
}
