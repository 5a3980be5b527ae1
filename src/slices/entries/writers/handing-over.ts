/** An entry becomes somebody else's: the places of its category are counted anew for them, and whoever had it may still write in it. */
import { standing } from '#core/entries/withdrawing.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { inheritedIn } from '#slices/programmes/index.ts';
import { categoryInEdition } from '../find.ts';
import { keepFound } from '../listing/search-store.ts';
import { requireOwnRoomAs } from '../room/room.ts';
import type { Entry } from '../store.ts';
import { deleteWriter, insertWriter, markOwner } from './writer-store.ts';

const counts: readonly string[] = [...standing, 'ineligible'];

/** Refused, with all its parts, where its next owner has as many in its category as one may. @throws Problem `entries.own-limit-reached` */
export async function handOver(ctx: Ctx, entry: Entry, to: PersonId): Promise<void> {
  const category = await categoryInEdition(ctx, entry.category);
  if (category === undefined) throw problem('general.not-found');
  const { edition } = category;
  if (counts.includes(entry.state)) {
    const { limits } = (await inheritedIn(ctx, edition.id))(category.code);
    await requireOwnRoomAs(ctx, { ...category, limits }, to);
  }
  await deleteWriter(ctx, entry.id, to);
  await markOwner(ctx, entry.id, to);
  await insertWriter(ctx, entry.id, entry.owner, 'submit');
  await keepFound(ctx, [entry.id]);
  const former = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  const { programme, programmeName, name } = edition;
  if (former) {
    // Not who: a mail outlasts whoever is erased.
    const data = { name: former.name, title: entry.title, programme: `${programmeName} ${name}` };
    await mail(ctx, { mail: 'entries.owner-changed', to: former.email, person: entry.owner, programme, data });
  }
  const body = { from: entry.owner, to };
  await tell(ctx, { kind: 'entries.owner-changed', programme, subject: { kind: 'entry', id: entry.id }, about: to, body });
}
