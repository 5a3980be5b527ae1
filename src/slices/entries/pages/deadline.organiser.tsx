import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { deadlinePage } from '#slices/entries/deadlines/deadline-page.ts';
import { planReminders, remindWritersNow } from '#slices/entries/index.ts';
import { Reminders, RemindNow } from '#slices/entries/parts/reminders.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { PageHead } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => ({
  ...(await deadlinePage(ctx, params.programme ?? '', params.edition ?? '')),
  said: (['planned', 'reminded'] as const).find((one) => url.searchParams.has(one)),
  asking: url.searchParams.has('remind'),
}));

const editionOf = async ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

/** `7, 1`; what is no number stays as it is, to be refused at its field. */
const daysIn = (written: string): number[] =>
  written
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);

export const action = act({
  plan: post(planReminders, {
    input: async (args) => ({
      edition: (await editionOf(args)).id,
      days: daysIn(args.values.days ?? ''),
      version: args.values.version ?? '0',
    }),
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/entries/deadline?planned`,
  }),
  remind: post(remindWritersNow, {
    input: async (args) => ({ edition: (await editionOf(args)).id, count: args.values.count ?? '0' }),
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/entries/deadline?reminded`,
  }),
});

export default function Deadline() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { deadline: words, dates, entries, shell } = useWords();
  const { edition, closes, away, over } = view;
  const crumbs = [{ to: `/manage/${edition.programmeSlug}/${edition.slug}/entries`, text: entries.list.title }, { text: words.title }];
  if (view.asking && view.mayChange && (view.reminders.byHand.now > 0 || refused)) {
    return (
      <EditionPage edition={edition} part="entries" title={[words.title]}>
        <RemindNow view={view} refusal={refusalOf(refused, 'remind')} />
      </EditionPage>
    );
  }
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      <PageHead
        title={words.title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        text={over ? words.over(dates.full(closes)) : words.lead(dates.full(closes), dates.away(away))}
      />
      <Reminders view={view} refusal={refusalOf(refused, 'plan')} />
      {view.said && !refused && <Toast>{view.said === 'planned' ? words.reminders.saved : words.reminders.sent}</Toast>}
    </EditionPage>
  );
}
