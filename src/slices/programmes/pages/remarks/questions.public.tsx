import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { makeRemark, withdrawRemark } from '#slices/programmes/index.ts';
import { Remarks } from '#slices/programmes/parts/public/remarks.tsx';
import { remarksForPublic } from '#slices/programmes/remarks/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Chapter, Opening, Prose } from '#ui/frames/editorial.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params, url }) => remarksForPublic(ctx, params.programme ?? '', url.searchParams));

export const action = act({
  make: post(makeRemark, {
    input: async ({ visitor, params, values: { kind, body = '' } }) => {
      const { programme } = await remarksForPublic(visitor.ctx, params.programme ?? '', new URLSearchParams());
      return { programme: programme.id, kind: kind === 'comment' ? ('comment' as const) : ('question' as const), body };
    },
    done: (_result, { params }) => `/p/${params.programme}/questions?made`,
  }),
  withdraw: post(withdrawRemark, {
    input: ({ values }) => ({ remark: values.remark ?? '' }),
    done: (_result, { params }) => `/p/${params.programme}/questions?withdrawn`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function Ask({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const words = useWords().remarks.page;
  const options = (['question', 'comment'] as const).map((value) => ({ value, label: words.options[value] }));
  return (
    <Chapter id="ask" title={words.ask} aside={<p className="soft">{view.signedIn ? words.askAside : words.signInText}</p>}>
      {view.signedIn ? (
        <Form act="make" refusal={refusal} names={{ body: words.body, kind: words.kind }}>
          <Radios name="kind" label={words.kind} value="question" options={options} />
          <TextArea name="body" label={words.body} hint={words.bodyHint} rows={5} />
          <Button kind="main">{words.send}</Button>
        </Form>
      ) : (
        <ButtonLink to={`/sign-in?to=/p/${view.programme.slug}/questions`}>{words.signIn}</ButtonLink>
      )}
    </Chapter>
  );
}

/** What the reader said themselves, with the way to take it back. */
function Own({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const { remarks, dates } = useWords();
  const words = remarks.page;
  if (view.own.length === 0) return null;
  return (
    <Chapter id="own" title={words.own}>
      <ul className="said">
        {view.own.map(({ id, kind, state, body, at }) => (
          <li key={id}>
            <p className="over">
              {remarks.chapter.said(kind, dates.dayInYears(at))} · {words.states[state]}
            </p>
            <Prose text={body} />
            <Form act="withdraw" id={`withdraw-${id}`} refusal={refusal?.values.remark === id ? refusal : undefined} stacked={false}>
              <input type="hidden" name="remark" value={id} />
              <Button size="small" kind="quiet" more={words.takeBackMore(kind, dates.dayInYears(at))}>
                {words.takeBack}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

export default function Questions() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().remarks.page;
  const { programme, languages, remarks, made, withdrawn, first, next } = view;
  const home = `/p/${programme.slug}`;
  const items = [
    { to: home, text: words.call },
    { to: `${home}/questions`, text: words.nav, current: true },
  ];
  return (
    <PublicPage title={[words.title, programme.name]} programme={{ text: programme.name, to: home }} items={items} languages={languages}>
      <Opening over={programme.name} title={words.title} lead={words.lead(programme.name)} />
      {!refused && (made || withdrawn) && (
        <Notice kind="ok" live>
          {made ? words.made : words.withdrawn}
        </Notice>
      )}
      <Stack>
        {remarks.length === 0 ? <Empty title={words.none}>{words.noneText}</Empty> : <Remarks of={remarks} />}
        {(first || next) && (
          <Pager label={words.pages} where="" before={{ label: words.first, to: first }} after={{ label: words.older, to: next }} />
        )}
      </Stack>
      <Own view={view} refusal={refusalOf(refused, 'withdraw')} />
      <Ask view={view} refusal={refusalOf(refused, 'make')} />
    </PublicPage>
  );
}
