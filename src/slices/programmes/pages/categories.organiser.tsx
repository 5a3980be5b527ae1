import { useActionData, useLoaderData } from 'react-router';
import type { Categories } from '#core/categories/shape.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, type FormArgs, type Post, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import {
  addCategory,
  changeCategory,
  changePart,
  editionForManager,
  lockConfiguration,
  partsOf,
  unlockConfiguration,
} from '#slices/programmes/index.ts';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { Beside } from '#slices/programmes/parts/tree/chosen.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Outline } from '#slices/programmes/parts/tree/outline.tsx';
import {
  afterAddition,
  afterChange,
  afterMoves,
  afterRemoval,
  asBody,
  atNode,
  type Body,
  bothTexts,
} from '#slices/programmes/tree/changes.ts';
import { treePage } from '#slices/programmes/tree/page-view.ts';
import { languagesOf } from '#slices/programmes/tree/view.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';

const editionIn = async ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

export const loader = load(async (ctx, { params, url }) => {
  const view = await treePage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams.get('node'));
  const at = Number(url.searchParams.get('at'));
  return { ...view, saved: url.searchParams.get('saved'), back: at === view.version ? at - 1 : undefined };
});

const pathOf = ({ params }: PageArgs) => `/manage/${params.programme}/${params.edition}/categories`;

/** Where an act leads: the node it was about, what was done, and the version it made, which is the way back. */
const done =
  (saved: string, node: (args: FormArgs) => string | undefined) =>
  (result: object, args: FormArgs): string => {
    const [code, version] = [node(args), 'version' in result ? String(result.version) : ''];
    const query = new URLSearchParams({ ...(code && { node: code }), saved, ...(version && { at: version }) });
    return `${pathOf(args)}?${query}`;
  };

type Change = (now: Categories, args: FormArgs, parts: Awaited<ReturnType<typeof partsOf>>) => Body | Promise<Body>;

/** The tree as one act makes it from the version its form saw; a refusal is told at the fields of that form. */
function changing(change: Change, next: ReturnType<typeof done>): Post {
  return {
    perform: async (ctx, args) => {
      const edition = await editionIn(args);
      const { version = '', node = '' } = args.values;
      const seen = Number(version);
      const parts = await partsOf(ctx, edition, seen > 0 && seen < edition.version ? Math.floor(seen) : edition.version);
      try {
        const body = await change(parts.categories, args, parts);
        const input = { edition: edition.id, version, part: 'categories' as const, body };
        return await post(changePart, { input: () => input, done: next }).perform(ctx, args);
      } catch (error) {
        const at = parts.categories.findIndex((each) => each.code === node);
        if (args.form.get('_act') !== 'change') throw atNode(error, parts.categories.length);
        const { categories } = await partsOf(ctx, edition);
        throw bothTexts(
          atNode(error, at),
          categories.find((each) => each.code === node),
          args.values,
          languagesOf(parts),
        );
      }
    },
  };
}

const codeIn = ({ values }: FormArgs) => (values.code ?? '').trim().toUpperCase();

export const action = act({
  move: changing(
    (now, { values }) => afterMoves(now, values),
    done('moved', ({ values, url }) => values.node ?? url.searchParams.get('node') ?? undefined),
  ),
  change: changing((now, { values }, parts) => afterChange(now, values, languagesOf(parts)), done('changed', codeIn)),
  add: changing((now, { values }) => afterAddition(now, values), done('added', codeIn)),
  remove: changing(
    (now, { values }) => afterRemoval(now, values),
    done('removed', () => undefined),
  ),
  undo: changing(
    async (_now, args) => {
      const { categories } = await partsOf(args.visitor.ctx, await editionIn(args), Math.max(1, Number(args.values.back) || 1));
      return asBody(categories);
    },
    done('undone', () => undefined),
  ),
  category: post(addCategory, {
    input: async (args) => {
      const { code = '', name = '', description = '' } = args.values;
      return { edition: (await editionIn(args)).id, code, name, description };
    },
    done: done('added', codeIn),
  }),
  rename: post(changeCategory, {
    input: async (args) => {
      const { category = '', version = '', name = '', description = '' } = args.values;
      return { edition: (await editionIn(args)).id, category, version, name, description };
    },
    done: done('changed', ({ url }) => url.searchParams.get('node') ?? undefined),
  }),
  unlock: post(unlockConfiguration, {
    input: async (args) => {
      const { version = '', because = '' } = args.values;
      return { edition: (await editionIn(args)).id, version, because };
    },
    done: done('unlocked', ({ url }) => url.searchParams.get('node') ?? undefined),
  }),
  lock: post(lockConfiguration, {
    input: async (args) => ({ edition: (await editionIn(args)).id, version: args.values.version ?? '' }),
    done: done('locked', ({ url }) => url.searchParams.get('node') ?? undefined),
  }),
});

const savedKinds = ['moved', 'changed', 'added', 'removed', 'undone', 'unlocked', 'locked'] as const;

export default function CategoriesPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().tree;
  const { edition, nodes, chosen, back } = view;
  const here = `/manage/${edition.programmeSlug}/${edition.slug}/categories`;
  const saved = savedKinds.find((kind) => kind === view.saved);
  const refusal = (name: string) => refusalOf(refused, name);
  const undo = back !== undefined && view.mayChange && (
    <Form act="undo" stacked={false}>
      <Button size="small" more={words.undoMore}>
        {words.undo}
      </Button>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
  return (
    <EditionPage edition={edition} part="edition" title={chosen ? [chosen.title, words.title] : [words.title]}>
      <PageHead
        title={words.title}
        over={`${edition.programmeName} ${edition.name}`}
        text={words.lead}
        acts={(view.mayChange || view.mayUnlock) && <ButtonLink to={`${here}/table`}>{words.table.open}</ButtonLink>}
      />
      <Stack space="wide">
        {saved && !refused && <Toast undo={undo || undefined}>{words.saved[saved]}</Toast>}
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        <Split kind="half">
          <div className="stack">
            <p className="soft t-sm">{nodes.length === 0 ? words.none : words.count(nodes.length, view.open)}</p>
            <Outline
              nodes={nodes}
              chosen={chosen?.code}
              here={here}
              mayChange={view.mayChange}
              version={view.version}
              refusal={refusal('move')}
            />
          </div>
          <Beside view={view} here={here} refusal={refusal} />
        </Split>
      </Stack>
    </EditionPage>
  );
}
