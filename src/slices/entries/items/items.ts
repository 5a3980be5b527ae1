/** What came by post for an entry: noted by those who run its programme, and what became of it. */
import { z } from 'zod';
import { itemLimits, outcome } from '#core/entries/items.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, entryRelations } from '#slices/programmes/index.ts';
import { entryId, instant } from '../schemas.ts';
import type { Entry } from '../store.ts';
import { lockShared } from '../writers/inviting.ts';
import * as store from './item-store.ts';

type Open = { readonly entry: Entry; readonly edition: Edition };

/** What is still being written has no number somebody could write on a parcel. */
async function openEntry(ctx: Ctx, id: EntryId): Promise<Open | undefined> {
  const entry = await lockShared(ctx, id);
  const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
  return entry && edition && { entry, edition };
}

async function openItem(ctx: Ctx, id: string): Promise<(Open & { readonly item: store.Item }) | undefined> {
  const item = await store.lockItem(ctx, id);
  const open = item && (await openEntry(ctx, item.entry));
  return open && { ...open, item };
}

const ofOrganisers = (ctx: Ctx, { entry, edition }: Open) => entryRelations(ctx, edition, [entry]);

function somebody(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

async function mailOwner(ctx: Ctx, { entry, edition }: Open, what: string, receivedAt: Date): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  const { programme, programmeName, id, name, zone } = edition;
  const of = { entry: entry.id, name: owner.name, number: entry.number, title: entry.title, programme: programmeName, edition: name };
  const data = { ...of, what, at: zonedText(receivedAt.getTime(), zone) };
  await mail(ctx, { mail: 'entries.item-received', to: owner.email, person: entry.owner, programme, edition: id, data });
}

const line = z.string().trim().max(itemLimits.text);

/** Whoever entered is told by mail. Without `receivedAt` it came now. */
export const noteItem = operation('entries.note-item', {
  input: z.object({ entry: entryId, what: line.min(1), place: line.default(''), receivedAt: instant.optional() }),
  who: ['manager', 'chapter-manager'],
  find: (ctx, input) => openEntry(ctx, input.entry),
  relations: ofOrganisers,
  run: async (ctx, { what, place, receivedAt = ctx.now }, open) => {
    const { entry, edition } = open;
    if (receivedAt > ctx.now) throw problem('entries.item-in-future');
    if ((await store.countItems(ctx, entry.id)) >= itemLimits.perEntry)
      throw problem('entries.too-many-items', { most: itemLimits.perEntry });
    const id = ctx.ids.next();
    await store.insertItem(ctx, { id, entry: entry.id, what, place, receivedAt, by: somebody(ctx) });
    await mailOwner(ctx, open, what, receivedAt);
    await tell(ctx, {
      kind: 'entries.item-received',
      programme: edition.programme,
      subject: { kind: 'entry', id: entry.id },
      body: { item: id },
    });
    return { item: id, entry: entry.id };
  },
});

const item = z.uuid();

/** It was sent back, or is no longer there for another reason. */
export const endItem = operation('entries.end-item', {
  input: z.object({ item, outcome }),
  who: ['manager', 'chapter-manager'],
  find: (ctx, input) => openItem(ctx, input.item),
  relations: ofOrganisers,
  run: async (ctx, input, { item: { id, outcome: was }, entry, edition }) => {
    if (was !== null) throw problem('entries.item-gone');
    await store.markOutcome(ctx, id, { outcome: input.outcome, by: somebody(ctx) });
    const body = { item: id, outcome: input.outcome };
    await tell(ctx, { kind: 'entries.item-ended', programme: edition.programme, subject: { kind: 'entry', id: entry.id }, body });
    return { item: id, entry: entry.id };
  },
});

/** What was said of it is taken back: it is still there. */
export const keepItemHere = operation('entries.keep-item-here', {
  input: z.object({ item }),
  who: ['manager', 'chapter-manager'],
  find: (ctx, input) => openItem(ctx, input.item),
  relations: ofOrganisers,
  run: async (ctx, _input, { item: { id, outcome: was }, entry, edition }) => {
    if (was === null) throw problem('entries.item-here');
    await store.markOutcome(ctx, id, undefined);
    await tell(ctx, {
      kind: 'entries.item-kept-here',
      programme: edition.programme,
      subject: { kind: 'entry', id: entry.id },
      body: { item: id },
    });
    return { item: id, entry: entry.id };
  },
});
