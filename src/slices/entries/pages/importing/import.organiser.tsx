import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { type FoundEntries, foundEntries } from '#slices/entries/importing/checking.ts';
import { importsOf } from '#slices/entries/importing/views.ts';
import { categoryInEdition, importEntries, undoImport } from '#slices/entries/index.ts';
import { FoundFile, ImportsBefore, LookAtFile, Template } from '#slices/entries/parts/importing/importing.tsx';
import { editionForManager, openCategoriesOf } from '#slices/programmes/index.ts';
import { Chip } from '#ui/data/filters.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

type Place = Pick<FormArgs, 'visitor' | 'params' | 'url'>;

/** The edition, and the category chosen in the address, or its first. */
async function placeOf({ visitor: { ctx }, params, url }: Place) {
  const { edition, mayChange } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  if (!mayChange) throw problem('general.not-found');
  const taking = edition.published ? await openCategoriesOf(ctx, edition.id) : [];
  return { edition, taking, chosen: taking.find(({ code }) => code === url.searchParams.get('category')) ?? taking[0] };
}

export const loader = load(async (ctx, { params, url }) => {
  const { edition, taking, chosen } = await placeOf({ visitor: { ctx } as Place['visitor'], params, url });
  const { slug, name, programmeSlug, programmeName } = edition;
  const done = Number(url.searchParams.get('done') ?? 0);
  return {
    edition: { slug, name, programmeSlug, programmeName },
    categories: taking.map(({ code, name: called }) => ({ code, name: called })),
    chosen: chosen && { id: chosen.id, code: chosen.code, name: chosen.name },
    imports: await importsOf(ctx, edition),
    done: Number.isInteger(done) && done > 0 && done < 10_000 ? done : 0,
    undone: url.searchParams.has('undone'),
  };
});

const categoryOf = async (args: FormArgs) => {
  const { chosen } = await placeOf(args);
  const category = chosen && (await categoryInEdition(args.visitor.ctx, chosen.id));
  if (!category) throw problem('general.not-found');
  return category;
};

const kindIn = (text: string | undefined) => (text === 'drafts' ? ('drafts' as const) : ('sent-in' as const));

/** What was looked at, as the page sent it along; anything else is refused as no rows at all. */
function rowsSent(text = ''): never[] {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? (rows as never[]) : [];
  } catch {
    return [];
  }
}

const page = ({ params, url }: Pick<FormArgs, 'params' | 'url'>, said: string) => {
  const category = url.searchParams.get('category');
  const of = category === null ? '' : `category=${encodeURIComponent(category)}&`;
  return `/manage/${params.programme}/${params.edition}/entries/import?${of}${said}`;
};

export const action = act({
  look: show('look', async (args): Promise<FoundEntries> => {
    const file = args.form.get('file');
    if (file === null || typeof file === 'string' || file.size === 0)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'file', code: 'field.required', facts: {} }]);
    return foundEntries(args.visitor.ctx, await categoryOf(args), file, kindIn(args.values.as));
  }),
  apply: post(importEntries, {
    input: async (args) => {
      const { as, file = '', rows, because = '', mails } = args.values;
      return { category: (await categoryOf(args)).id, as: kindIn(as), file, rows: rowsSent(rows), because, mails: mails === 'on' };
    },
    done: ({ entries }, args) => page(args, `done=${entries}`),
  }),
  undo: post(undoImport, {
    input: ({ values }) => ({ import: values.import ?? '' }),
    done: (_result, args) => page(args, 'undone'),
  }),
});

export default function ImportEntries() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<FoundEntries>>();
  const { entries, importing: words, shell } = useWords();
  const { chosen, edition } = view;
  const list = `/manage/${edition.programmeSlug}/${edition.slug}/entries`;
  const found = shownBy<FoundEntries>(answer, 'look');
  const applying = refusalOf(answer, 'apply');
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      <PageHead
        title={words.title}
        crumbs={<Crumbs label={shell.crumbs} items={[{ to: list, text: entries.list.title }]} />}
        text={words.lead}
      />
      <Stack space="wide">
        {chosen === undefined ? (
          <Empty title={words.noCategories}>{words.noCategoriesText}</Empty>
        ) : (
          <>
            <nav className="row" aria-label={words.choose}>
              {view.categories.map(({ code, name }) => (
                <Chip key={code} to={`${list}/import?category=${encodeURIComponent(code)}`} on={code === chosen.code}>
                  {name}
                </Chip>
              ))}
            </nav>
            {found ? (
              <FoundFile found={found} refusal={applying} />
            ) : (
              <Template path={`${list}/import/${encodeURIComponent(chosen.code)}`} category={chosen.name} />
            )}
            <LookAtFile before={found?.as} refusal={refusalOf(answer, 'look') ?? applying} />
          </>
        )}
        <ImportsBefore imports={view.imports} refusal={refusalOf(answer, 'undo')} />
      </Stack>
      {!answer && view.done > 0 && <Toast>{words.done(view.done)}</Toast>}
      {!answer && view.undone && <Toast>{words.undone}</Toast>}
    </EditionPage>
  );
}
