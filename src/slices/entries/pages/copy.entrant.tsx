import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { copyPage } from '#slices/entries/copying/page.ts';
import { copyEntry } from '#slices/entries/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params }) => copyPage(ctx, params.entry ?? ''));

export const action = act({
  copy: post(copyEntry, {
    input: ({ params, values: { category = '' } }) => ({ entry: params.entry ?? '', category }),
    done: ({ entry }) => `/entries/${entry}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function Choose({ view }: { view: View }) {
  const { copying, entries } = useWords();
  const refused = useActionData<Refused>();
  const options = view.categories.map(({ id, name, description, room }) => ({
    value: id,
    label: name,
    ...((description || room) && { hint: room ? entries.start.noRoom[room.code](room.most) : description }),
    disabled: room !== undefined,
  }));
  const free = options.filter(({ disabled }) => !disabled);
  return (
    <Form act="copy" refusal={refusalOf(refused, 'copy')} names={{ category: copying.category }}>
      <Radios name="category" label={copying.category} options={options} {...(free.length === 1 && free[0] && { value: free[0].value })} />
      <p className="soft">{copying.rest}</p>
      {free.length === 0 ? <p className="soft">{copying.allFull}</p> : <Button kind="main">{copying.go}</Button>}
    </Form>
  );
}

function CopyOf({ view }: { view: View }) {
  const { copying, dates } = useWords();
  if (view.categories.length === 0) return <Empty title={copying.none}>{copying.noneText}</Empty>;
  if (view.open) return <Choose view={view} />;
  return (
    <Notice lead={copying.over}>
      <p>{copying.overText(dates.full(view.closes))}</p>
      <ButtonLink size="small" to={`/entries/${view.id}`}>
        {copying.back}
      </ButtonLink>
    </Notice>
  );
}

export default function CopyEntry() {
  const view = useLoaderData<typeof loader>();
  const { copying, entries, shell } = useWords();
  const { programmeName, programmeSlug, name } = view.edition;
  const title = view.title || entries.untitled;
  const crumbs = [{ to: '/home', text: entries.nav.home }, { to: `/entries/${view.id}`, text: title }, { text: copying.title }];
  return (
    <EntrantPage
      title={[copying.title, title]}
      programme={{ text: `${programmeName} ${name}`, to: `/p/${programmeSlug}` }}
      items={[{ to: '/home', text: entries.nav.home }]}
    >
      <PageHead title={copying.title} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} text={copying.lead(view.category)} />
      <CopyOf view={view} />
    </EntrantPage>
  );
}
