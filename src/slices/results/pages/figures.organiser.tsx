import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { figuresForManager, recordFigures } from '#slices/results/index.ts';
import { FigurePart } from '#slices/results/parts/figures.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/results/figures`;
const prefix = 'values.';

export const loader = load(async (ctx, args) => {
  const { edition, mayChange } = await find(args);
  const { slug, name, programmeName, programmeSlug } = edition;
  return {
    edition: { slug, name, programmeName, programmeSlug },
    mayChange,
    view: await figuresForManager(ctx, edition.id),
    saved: args.url.searchParams.get('saved') === 'recorded',
  };
});

export const action = act({
  record: post(recordFigures, {
    input: async (args) => ({
      edition: (await find(args)).edition.id,
      category: args.values.category ?? '',
      source: args.values.source ?? '',
      evidence: args.values.evidence ?? '',
      values: Object.fromEntries(
        Object.entries(args.values).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
      ),
    }),
    done: (_result, args) => `${here(args)}?saved=recorded`,
  }),
});

export default function FiguresPage() {
  const { edition, mayChange, view, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().results.figures;
  const missing = view.tables.reduce((sum, { known, entries }) => sum + entries - known, 0);
  const refusal = refusalOf(refused, 'record');
  return (
    <EditionPage edition={edition} part="results" title={[words.title]}>
      <PageHead
        title={view.tables.length === 0 ? words.verdict.none : missing === 0 ? words.verdict.all : words.verdict.missing(missing)}
        verdict
        over={words.title}
        text={view.tables.length === 0 ? words.noneText : words.text}
      />
      {saved && !refused && (
        <Notice kind="ok" live>
          {words.saved}
        </Notice>
      )}
      <Stack>
        {view.tables.map((table) => (
          <FigurePart
            key={`${table.category} ${table.source}`}
            table={table}
            mayChange={mayChange && !view.decided}
            refusal={refusal?.values.category === table.category && refusal.values.source === table.source ? refusal : undefined}
          />
        ))}
      </Stack>
    </EditionPage>
  );
}
