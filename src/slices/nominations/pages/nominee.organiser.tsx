import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { changeNominee, mergeNominees, splitNominee, tellNominee } from '#slices/nominations/index.ts';
import { tagOf } from '#slices/nominations/parts/list.tsx';
import { Change, LikelySame, Members, Proposals, Tell } from '#slices/nominations/parts/nominee.tsx';
import { nomineeForManager } from '#slices/nominations/views.ts';
import { linkTokenOf } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const said = ['told', 'saved', 'parted'] as const;

export const loader = load(async (ctx, { params, url: { searchParams } }) => {
  const view = await nomineeForManager(ctx, params.programme ?? '', params.edition ?? '', params.nominee ?? '');
  const [merged, ...brought] = (searchParams.get('merged') ?? '').split(' ').filter((id) => view.members.some((one) => one.id === id));
  return { ...view, undo: merged ? { merged, brought } : undefined, done: said.find((one) => searchParams.has(one)) };
});

const here = ({ params }: PageArgs, query: string) => `/manage/${params.programme}/${params.edition}/nominations/${params.nominee}${query}`;
const nominee = ({ params }: PageArgs) => params.nominee ?? '';

export const action = act({
  tell: post(tellNominee, {
    input: (args) => ({ nominee: nominee(args), token: linkTokenOf(`nominee ${args.key}`, nominee(args)) }),
    done: (_result, args) => here(args, '?told'),
  }),
  change: post(changeNominee, {
    input: (args) => {
      const { version = '', name = '', worksFor = '', email = '' } = args.values;
      return { nominee: nominee(args), version, name, worksFor, email };
    },
    done: (_result, args) => here(args, '?saved'),
  }),
  merge: post(mergeNominees, {
    input: ({ values: { into = '', nominee: other = '' } }) => ({ into, nominee: other }),
    done: ({ into, nominee: other, brought }, { params }) =>
      `/manage/${params.programme}/${params.edition}/nominations/${into}?merged=${[other, ...brought].join('+')}`,
  }),
  split: post(splitNominee, {
    input: ({ values }) => ({ nominee: values.nominee ?? '', brought: (values.brought ?? '').split(' ').filter((id) => id !== '') }),
    done: (_result, args) => here(args, '?parted'),
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function Done({ view }: { view: View }) {
  const words = useWords().nominations.nominee;
  const { undo, done, mayChange } = view;
  if (undo) {
    const back = mayChange && (
      <Form act="split" id="undo" stacked={false}>
        <input type="hidden" name="nominee" value={undo.merged} />
        <input type="hidden" name="brought" value={undo.brought.join(' ')} />
        <Button size="small">{words.undo}</Button>
      </Form>
    );
    return <Toast undo={back}>{words.merged}</Toast>;
  }
  if (!done) return null;
  return (
    <Notice kind="ok" live>
      {words[done]}
    </Notice>
  );
}

function About({ view }: { view: View }) {
  const { nominations, dates } = useWords();
  const words = nominations.list;
  const { kind, worksFor, email, categoryName, state, selves, peers, customers } = view;
  return (
    <Section title={nominations.nominee.facts} first>
      <Facts
        of={[
          { name: words.kind, value: nominations.kinds[kind] },
          ...(worksFor === '' ? [] : [{ name: words.worksFor, value: <bdi>{worksFor}</bdi> }]),
          ...(email === '' ? [] : [{ name: words.email, value: <bdi>{email}</bdi> }]),
          { name: words.category, value: categoryName },
          { name: words.state, value: <Tag kind={tagOf[state]}>{nominations.states[state]}</Tag> },
          { name: words.peers, value: peers },
          { name: words.customers, value: customers },
          { name: words.selves, value: selves },
          { name: words.nominated, value: dates.full(view.nominatedAt) },
        ]}
      />
    </Section>
  );
}

export default function Nominee() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { nominations, shell } = useWords();
  const words = nominations.nominee;
  const { edition, name, categoryName, mergedInto } = view;
  const path = `/manage/${edition.programmeSlug}/${edition.slug}/nominations`;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: path, text: nominations.list.title }, { text: name }]} />;
  return (
    <EditionPage edition={edition} part="nominations" title={[name, nominations.list.title]}>
      <PageHead title={name} crumbs={crumbs} over={`${words.over} · ${categoryName}`} />
      <Split kind="wide">
        <Stack space="wide">
          {!refused && <Done view={view} />}
          {mergedInto !== null && (
            <Notice>
              {words.mergedInto} <Link to={`${path}/${mergedInto}`}>{words.toHead}</Link>
            </Notice>
          )}
          <Proposals view={view} />
          <Members view={view} refusal={refusalOf(refused, 'split')} />
          <LikelySame view={view} path={path} refusal={refusalOf(refused, 'merge')} />
        </Stack>
        <Stack space="wide">
          <About view={view} />
          {mergedInto === null && <Tell view={view} refusal={refusalOf(refused, 'tell')} />}
          {view.mayEdit && <Change view={view} refusal={refusalOf(refused, 'change')} />}
        </Stack>
      </Split>
    </EditionPage>
  );
}
