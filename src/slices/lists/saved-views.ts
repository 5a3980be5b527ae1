/** Views of a list kept by name: one's own, or shared with everybody who may read the list. */
import { z } from 'zod';
import { viewQuery } from '#core/lists/list-query.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type DeclaredList, listCalled, readers, type Standing } from './lists.ts';
import { listName, listSubject, ticked, viewId, viewName } from './schemas.ts';
import { insertView, lockView, markRemoved, markView, type SavedView } from './store.ts';

type Found = { readonly view: SavedView; readonly list: DeclaredList };

const subjectOf = (id: string) => ({ kind: 'saved-view', id });

async function findView(ctx: Ctx, { view: id }: { readonly view: string }): Promise<Found | undefined> {
  const view = await lockView(ctx, id);
  const list = view && listCalled(view.list);
  return view && list && { view, list };
}

/** One's own view is one's own; a shared one is looked after by those who work with the list. */
async function relations(ctx: Ctx, { view, list }: Found): Promise<readonly Standing[]> {
  const standing = await list.relations(ctx, view.subject);
  if (view.person === personOf(ctx)) return standing;
  return view.shared ? standing.filter((relation) => relation === 'organiser') : [];
}

async function requireMayShare(ctx: Ctx, list: DeclaredList, subject: string, shared: boolean): Promise<void> {
  if (shared && !(await list.relations(ctx, subject)).includes('organiser')) throw problem('lists.may-not-share');
}

export const saveView = operation('lists.save-view', {
  input: z.object({ list: listName, subject: listSubject, name: viewName, query: z.string().max(2_000), shared: ticked.default(false) }),
  who: readers,
  find: async (_ctx, { list: name, subject }) => {
    const list = await Promise.resolve(listCalled(name));
    return list && { list, subject };
  },
  relations: (ctx, { list, subject }) => list.relations(ctx, subject),
  run: async (ctx, { subject, name, query, shared }, { list }) => {
    await requireMayShare(ctx, list, subject, shared);
    const view = { list: list.name, subject, name, query: viewQuery(list, new URLSearchParams(query)), shared };
    const id = await insertView(ctx, view);
    await tell(ctx, { kind: 'lists.view-saved', programme: null, subject: subjectOf(id), body: view });
    return { view: id };
  },
});

/** Another name, or shared from now on, or no longer. */
export const changeView = operation('lists.change-view', {
  input: z.object({ view: viewId, name: viewName, shared: ticked.default(false) }),
  who: readers,
  find: findView,
  relations,
  run: async (ctx, { name, shared }, { view, list }) => {
    await requireMayShare(ctx, list, view.subject, shared);
    await markView(ctx, view.id, { name, shared });
    const body = { from: { name: view.name, shared: view.shared }, to: { name, shared } };
    await tell(ctx, { kind: 'lists.view-changed', programme: null, subject: subjectOf(view.id), body });
    return { view: view.id };
  },
});

export const removeView = operation('lists.remove-view', {
  input: z.object({ view: viewId }),
  who: readers,
  find: findView,
  relations,
  run: async (ctx, _input, { view }) => {
    if (!view.removed) await markRemoved(ctx, view.id, ctx.now);
    await tell(ctx, { kind: 'lists.view-removed', programme: null, subject: subjectOf(view.id), body: { name: view.name } });
    return { view: view.id };
  },
});

/** Takes a removal back. */
export const restoreView = operation('lists.restore-view', {
  input: z.object({ view: viewId }),
  who: readers,
  find: findView,
  relations,
  run: async (ctx, _input, { view }) => {
    await markRemoved(ctx, view.id, null);
    await tell(ctx, { kind: 'lists.view-restored', programme: null, subject: subjectOf(view.id), body: { name: view.name } });
    return { view: view.id };
  },
});
