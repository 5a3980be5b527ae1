import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { personOf } from '#platform/context.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { latePage } from '#slices/entries/deadlines/late-page.ts';
import { entriesOfOwner, redeemLateCode, startEntry } from '#slices/entries/index.ts';
import { LateCode } from '#slices/entries/parts/late-code.tsx';
import { withRoom } from '#slices/entries/room/room.ts';
import { namedChapters, openCategoriesOf, programmeForPublic, toldDates } from '#slices/programmes/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const { programme, edition } = await programmeForPublic(ctx, params.programme ?? '');
  const own = await entriesOfOwner(ctx);
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return {
    programme: { slug: programme.slug, name: programme.name },
    edition: { name: edition.name, phase: edition.phase },
    dates: toldDates(edition),
    late: await latePage(ctx, edition),
    chapter: (await namedChapters(ctx, edition.id)).find(({ key }) => key === url.searchParams.get('chapter')) ?? null,
    categories: await withRoom(ctx, edition.id, person, await openCategoriesOf(ctx, edition.id)),
    begun: own
      .filter((entry) => entry.edition.id === edition.id && entry.state === 'draft' && entry.shared === undefined)
      .map(({ id, title, categoryName }) => ({ id, title, categoryName })),
  };
});

export const action = act({
  late: post(redeemLateCode, {
    input: async ({ visitor, params, values }) => {
      const { edition } = await programmeForPublic(visitor.ctx, params.programme ?? '');
      return { edition: edition.id, code: values.code ?? '' };
    },
    done: (_result, { params }) => `/p/${params.programme}/enter`,
  }),
  start: post(startEntry, {
    input: ({ values: { category = '', chapter } }) => ({ category, ...(chapter && { chapter }) }),
    done: ({ entry }) => `/entries/${entry}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function NotNow({ view }: { view: View }) {
  const { entries, dates } = useWords();
  const words = entries.start;
  const text = view.edition.phase === 'upcoming' ? words.notOpen(dates.full(view.dates.opens)) : words.over(dates.full(view.dates.closes));
  return (
    <Notice lead={words.notNow}>
      <p>{text}</p>
      <ButtonLink size="small" to={`/p/${view.programme.slug}`}>
        {words.back}
      </ButtonLink>
    </Notice>
  );
}

function Choose({ view }: { view: View }) {
  const words = useWords().entries.start;
  const refused = useActionData<Refused>();
  const options = view.categories.map(({ id, name, description, room }) => ({
    value: id,
    label: name,
    ...((description || room) && { hint: room ? words.noRoom[room.code](room.most) : description }),
    disabled: room !== undefined,
  }));
  const free = options.filter(({ disabled }) => !disabled);
  return (
    <Form act="start" refusal={refusalOf(refused, 'start')} names={{ category: words.category, chapter: words.chapter }}>
      {view.chapter && <input type="hidden" name="chapter" value={view.chapter.key} />}
      {view.chapter && <p className="soft">{words.inChapter(view.chapter.name)}</p>}
      <Radios name="category" label={words.category} options={options} {...(free.length === 1 && free[0] && { value: free[0].value })} />
      {free.length === 0 ? <p className="soft">{words.allFull}</p> : <Button kind="main">{words.go}</Button>}
    </Form>
  );
}

export default function Start() {
  const view = useLoaderData<typeof loader>();
  const { entries, dates } = useWords();
  const words = entries.start;
  const { programme, edition, begun } = view;
  const refused = useActionData<Refused>();
  const open = edition.phase === 'entries-open';
  const items = [
    { to: '/home', text: entries.nav.home },
    { to: `/p/${programme.slug}`, text: entries.nav.programme },
  ];
  return (
    <EntrantPage
      title={[words.title, programme.name]}
      programme={{ text: `${programme.name} ${edition.name}`, to: `/p/${programme.slug}` }}
      items={items}
    >
      <PageHead title={words.title} {...(open && { text: words.lead(dates.full(view.dates.closes)) })} />
      {!open && <LateCode late={view.late} refusal={refusalOf(refused, 'late')} />}
      {open || view.late.open ? <Choose view={view} /> : <NotNow view={view} />}
      {begun.length > 0 && (
        <Section title={words.begun}>
          <Tasks
            items={begun.map(({ id, title, categoryName }) => ({
              to: `/entries/${id}`,
              text: title || entries.untitled,
              written: title !== '',
              note: categoryName,
            }))}
          />
        </Section>
      )}
    </EntrantPage>
  );
}
