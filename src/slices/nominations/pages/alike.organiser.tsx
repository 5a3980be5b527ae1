import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { mergeNominees } from '#slices/nominations/index.ts';
import { Pair } from '#slices/nominations/parts/pair.tsx';
import { alikePage } from '#slices/nominations/views.ts';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params }) => alikePage(ctx, params.programme ?? '', params.edition ?? ''));

export const action = act({
  merge: post(mergeNominees, {
    input: ({ values: { into = '', nominee = '' } }) => ({ into, nominee }),
    done: ({ into, nominee, brought }, { params }) =>
      `/manage/${params.programme}/${params.edition}/nominations/${into}?merged=${[nominee, ...brought].join('+')}`,
  }),
});

export default function AlikeNominees() {
  const { edition, pairs, count, mayChange } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { nominations, shell } = useWords();
  const words = nominations.alike;
  const path = `/manage/${edition.programmeSlug}/${edition.slug}/nominations`;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: path, text: nominations.list.title }, { text: words.title }]} />;
  return (
    <EditionPage edition={edition} part="nominations" title={[words.title]}>
      <PageHead title={words.lead(count)} verdict crumbs={crumbs} text={words.text} />
      <Stack>
        {pairs.length === 0 && <Empty title={words.none}>{words.noneText}</Empty>}
        {pairs.map((pair) => (
          <Pair key={pair.first.id + pair.second.id} pair={pair} path={path} mayChange={mayChange} refusal={refusalOf(refused, 'merge')} />
        ))}
      </Stack>
    </EditionPage>
  );
}
