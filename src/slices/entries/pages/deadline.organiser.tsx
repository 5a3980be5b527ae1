import { useActionData, useLoaderData } from 'react-router';
import { instantOf, zonedText } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { deadlinePage } from '#slices/entries/deadlines/deadline-page.ts';
import { outagePreview } from '#slices/entries/deadlines/more-time/views.ts';
import { extendDeadline, graceOutage, planReminders, remindWritersNow, takeExtensionBack, takeGraceBack } from '#slices/entries/index.ts';
import { AfterOutage, GraceQuestion, MoreTime } from '#slices/entries/parts/more-time.tsx';
import { Reminders, RemindNow } from '#slices/entries/parts/reminders.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { PageHead } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { dates } from '#words/en/dates.ts';

export const handle = { js: false };

/** The outage somebody states in the address, and how many it kept back. */
async function outageIn(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const said = Object.fromEntries((['from', 'to', 'until'] as const).map((name) => [name, url.searchParams.get(name) ?? '']));
  const { from = '', to = '', until = '' } = said;
  if (!url.searchParams.has('from')) return undefined;
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const [at, end, then] = [from, to, until].map((one) => instantOf(dates.read(one) ?? one, edition.zone));
  const told = (instant: number | undefined) => (instant === undefined ? '' : zonedText(instant, edition.zone));
  return { from, to, until, told: { from: told(at), to: told(end), until: told(then) }, count: await outagePreview(ctx, edition, at, end) };
}

export const loader = load(async (ctx, { params, url }) => ({
  ...(await deadlinePage(ctx, params.programme ?? '', params.edition ?? '')),
  outage: await outageIn(ctx, { params, url }),
  said: (['planned', 'reminded', 'given', 'taken-back', 'graced'] as const).find((one) => url.searchParams.has(one)),
  asking: url.searchParams.has('remind'),
}));

const editionOf = async ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

const here =
  (said: string) =>
  (_result: unknown, { params }: Pick<PageArgs, 'params'>) =>
    `/manage/${params.programme}/${params.edition}/entries/deadline?${said}`;

/** The wall time of the programme's zone; what cannot be read stays as written, to be refused at its field. */
function instantIn(written: string, zone: string): string {
  const at = instantOf(dates.read(written) ?? written, zone);
  return at === undefined ? written : new Date(at).toISOString();
}

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
  extend: post(extendDeadline, {
    input: async (args) => {
      const { id, zone } = await editionOf(args);
      const { email = '', until = '', reason = '' } = args.values;
      return { edition: id, email, until: instantIn(until, zone), reason };
    },
    done: here('given'),
  }),
  back: post(takeExtensionBack, { input: ({ values }) => ({ extension: values.extension ?? '' }), done: here('taken-back') }),
  grace: post(graceOutage, {
    input: async (args) => {
      const { id, zone } = await editionOf(args);
      const { from = '', to = '', until = '', reason = '', log = '', count = '0' } = args.values;
      const at = (written: string) => instantIn(written, zone);
      return { edition: id, from: at(from), to: at(to), until: at(until), reason, log, count };
    },
    done: here('graced'),
  }),
  ungrace: post(takeGraceBack, { input: ({ values }) => ({ grace: values.grace ?? '' }), done: here('taken-back') }),
});

export default function Deadline() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { deadline: words, dates: told, entries, moreTime, shell } = useWords();
  const toasts = {
    planned: words.reminders.saved,
    reminded: words.reminders.sent,
    given: moreTime.manager.given,
    'taken-back': moreTime.manager.takenBack,
    graced: moreTime.outage.done,
  };
  const { edition, closes, away, over } = view;
  const crumbs = [{ to: `/manage/${edition.programmeSlug}/${edition.slug}/entries`, text: entries.list.title }, { text: words.title }];
  if (view.asking && view.mayChange && (view.reminders.byHand.now > 0 || refused)) {
    return (
      <EditionPage edition={edition} part="entries" title={[words.title]}>
        <RemindNow view={view} refusal={refusalOf(refused, 'remind')} />
      </EditionPage>
    );
  }
  if (view.outage && view.mayChange) {
    return (
      <EditionPage edition={edition} part="entries" title={[words.title]}>
        <GraceQuestion view={view} outage={view.outage} refusal={refusalOf(refused, 'grace')} />
      </EditionPage>
    );
  }
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      <PageHead
        title={words.title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        text={over ? words.over(told.full(closes)) : words.lead(told.full(closes), told.away(away))}
      />
      <Reminders view={view} refusal={refusalOf(refused, 'plan')} />
      <MoreTime view={view} refusal={refusalOf(refused, 'extend')} />
      <AfterOutage view={view} />
      {view.said && !refused && <Toast>{toasts[view.said]}</Toast>}
    </EditionPage>
  );
}
