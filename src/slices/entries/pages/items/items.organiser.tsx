import { useActionData, useLoaderData } from 'react-router';
import { type ItemFilter, itemFilters } from '#core/entries/items.ts';
import { problem } from '#core/problems/problem.ts';
import { instantOf } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { endItem, keepItemHere, noteItem } from '#slices/entries/items/items.ts';
import { entryNumbered, itemsHere, itemsPage } from '#slices/entries/items/views.ts';
import { ItemsList, NoteItem } from '#slices/entries/parts/items/items.tsx';
import { chapterCalled, chaptersReached, editionForEntries, mayAct } from '#slices/programmes/index.ts';
import { Chip } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const { edition, reach } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
  const filter: ItemFilter = itemFilters.find((one) => one === url.searchParams.get('show')) ?? 'here';
  const after = url.searchParams.get('after') ?? undefined;
  const { slug, name, programmeSlug, programmeName, zone } = edition;
  const chapters = reach.chapters === 'all' ? [] : await chaptersReached(ctx, reach);
  const of = reach.chapters === 'all' ? {} : { of: chapters.map(({ key }) => chapterCalled(chapters, key)) };
  return {
    edition: { slug, name, programmeSlug, programmeName, ...of },
    zone,
    mayWrite: mayAct(reach),
    filter,
    /** From the page of an entry. */
    number: url.searchParams.get('number') ?? '',
    noted: url.searchParams.get('noted') ?? undefined,
    said: (['ended', 'back'] as const).find((one) => url.searchParams.has(one)),
    further: after !== undefined,
    here: await itemsHere(ctx, edition),
    ...(await itemsPage(ctx, edition, filter, after)),
  };
});

const here = (args: PageArgs) => `/manage/${args.params.programme}/${args.params.edition}/entries/items`;
const shown = ({ url }: PageArgs) => (url.searchParams.get('show') === 'all' ? 'show=all&' : '');

async function noting({ visitor, params, values }: FormArgs) {
  const { edition } = await editionForEntries(visitor.ctx, params.programme ?? '', params.edition ?? '');
  const { number = '', what = '', place = '', received = '' } = values;
  const entry = number.trim() === '' ? undefined : await entryNumbered(visitor.ctx, edition, number);
  if (entry === undefined && number.trim() !== '') throw problem('entries.number-unknown', { number: number.trim().slice(0, 40) });
  const at = received === '' ? undefined : instantOf(received, edition.zone);
  // What cannot be read stays as written, to be refused at its field.
  const receivedAt = received === '' ? {} : { receivedAt: at === undefined ? received : new Date(at).toISOString() };
  return { entry: entry ?? '', what, place, ...receivedAt };
}

export const action = act({
  note: post(noteItem, {
    input: noting,
    done: (_, args) => `${here(args)}?noted=${encodeURIComponent(args.values.number ?? '')}`,
  }),
  end: post(endItem, {
    // Whoever chose nothing is asked again.
    input: ({ values }) => ({ item: values.item ?? '', outcome: (values.outcome ?? '') as 'kept' }),
    done: (_, args) => `${here(args)}?${shown(args)}ended`,
  }),
  here: post(keepItemHere, {
    input: ({ values }) => ({ item: values.item ?? '' }),
    done: (_, args) => `${here(args)}?${shown(args)}back`,
  }),
});

export default function Items() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries, shell, items: words } = useWords();
  const { programmeSlug, slug } = view.edition;
  const list = `/manage/${programmeSlug}/${slug}/entries`;
  const path = (filter: ItemFilter) => `${list}/items${filter === 'here' ? '' : `?show=${filter}`}`;
  const none = view.filter === 'here' && view.here === 0 ? [words.noneHere, words.noneHereText] : [words.none, words.noneText];
  const next = view.next === undefined ? undefined : `${list}/items?show=${view.filter}&after=${view.next}`;
  const refusals = { end: refusalOf(refused, 'end'), here: refusalOf(refused, 'here') };
  return (
    <EditionPage edition={view.edition} part="entries" title={[words.title]}>
      <PageHead
        title={words.verdict(view.here)}
        verdict
        crumbs={<Crumbs label={shell.crumbs} items={[{ to: list, text: entries.list.title }]} />}
        over={words.title}
      />
      <Split>
        <Stack>
          <nav className="row" aria-label={words.filter}>
            {itemFilters.map((filter) => (
              <Chip key={filter} to={path(filter)} on={filter === view.filter}>
                {words.filters[filter]}
              </Chip>
            ))}
          </nav>
          {view.items.length === 0 ? (
            <Empty title={none[0] ?? ''}>{none[1]}</Empty>
          ) : (
            <ItemsList items={view.items} mayWrite={view.mayWrite} refusals={refusals} />
          )}
          {(next !== undefined || view.further) && (
            <Pager
              label={words.title}
              where=""
              before={{ label: words.filters[view.filter], to: view.further ? path(view.filter) : undefined }}
              after={{ label: words.next, to: next }}
            />
          )}
        </Stack>
        {view.mayWrite && <NoteItem zone={view.zone} number={view.number} refusal={refusalOf(refused, 'note')} />}
      </Split>
      {!refused && view.noted !== undefined && <Toast>{words.noted(view.noted)}</Toast>}
      {!refused && view.said && <Toast>{words[view.said]}</Toast>}
    </EditionPage>
  );
}
