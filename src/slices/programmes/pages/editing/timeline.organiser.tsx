import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { instantIn } from '#core/season/timeline/local-instant.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf, show } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { partActs } from '#slices/programmes/editing/part-acts.ts';
import { partPage } from '#slices/programmes/editing/part-page.ts';
import { timelineDrawn } from '#slices/programmes/editing/timeline-axis.ts';
import { timelineEdited, tryTimeline } from '#slices/programmes/editing/timeline-check.ts';
import { timelineValues } from '#slices/programmes/editing/timeline-values.ts';
import { toldDates } from '#slices/programmes/edition.ts';
import { timelineFrom } from '#slices/programmes/forms.ts';
import { changeEditionDates, type Edition, editionForManager, lateCodeText } from '#slices/programmes/index.ts';
import { DateFields, dateNames } from '#slices/programmes/parts/date-fields.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { TimelineForm } from '#slices/programmes/parts/timeline/form.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';

const codesOf = ({ id, zone }: Edition, codes: Timeline['lateCodes']) =>
  codes.map(({ key, of, until, expires, uses }) => {
    const told = (text: string) => zonedText(instantIn(text, zone), zone);
    return { key, of, until: told(until), expires: expires === undefined ? null : told(expires), uses, code: lateCodeText(id, key) };
  });

export const loader = load(async (ctx, { params, url, base }) => {
  const found = await partPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams, 'timeline');
  const { whole, parts, language, page } = found;
  const { timeline } = parts;
  return {
    ...page,
    dates: toldDates(whole),
    codes: page.manages ? codesOf(whole, timeline.lateCodes) : [],
    address: `${url.host}${base}/p/${whole.programmeSlug}/enter`,
    values: timelineValues(timeline, { language }),
    counts: { rounds: timeline.rounds.length, lateCodes: timeline.lateCodes.length, tiers: timeline.fees?.tiers.length ?? 0 },
    drawn: timelineDrawn(timeline, { zone: whole.zone, language }, ctx.now.getTime()),
  };
});

/** A look at what is being written changes nothing that would have to be read again. */
export const shouldRevalidate = ({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formData?.get('_act') === 'check' ? false : defaultShouldRevalidate;

const editionIn = async ({ visitor, params }: PageArgs) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

export const action = act({
  ...partActs({
    part: 'timeline',
    page: 'timeline',
    change: timelineEdited,
    values: ({ now, parts }) => timelineValues(now, { language: parts.texts.languages[0] ?? 'en' }),
  }),
  check: show('check', tryTimeline),
  dates: post(changeEditionDates, {
    input: async (args) => {
      const { id, zone } = await editionIn(args);
      return { edition: id, version: args.values.version ?? '', ...timelineFrom(args.values, zone) };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/timeline?saved=dates`,
  }),
});

export type TimelineView = Awaited<ReturnType<typeof loader>>;

/** Late codes as people are told them. */
function Codes({ view }: { view: TimelineView }) {
  const { timelineEditor: words, dates } = useWords();
  return (
    <Section title={words.codes}>
      <p className="soft measure">{words.codesLead(view.address)}</p>
      <Table
        caption={words.codesTable}
        rows={view.codes}
        keyOf={({ key }) => key}
        columns={[
          { id: 'name', head: words.lateName, names: true, cell: ({ key }) => key },
          { id: 'code', head: words.codeHead, nowrap: true, cell: ({ code }) => <code className="num strong">{code}</code> },
          { id: 'until', head: words.lateUntil, cell: ({ until }) => dates.full(until) },
          { id: 'expires', head: words.lateExpires, cell: ({ expires, until }) => dates.full(expires ?? until) },
          { id: 'uses', head: words.lateUses, align: 'right', cell: ({ uses }) => uses ?? words.moment },
        ]}
      />
    </Section>
  );
}

/** While all else is locked. */
function LockedDates({ view, refused }: { view: TimelineView; refused: Refused | undefined }) {
  const { timelineEditor: words, manage, dates } = useWords();
  return (
    <Section title={words.moveDates} aside={manage.edition.datesAside(dates.cityOf(view.edition.zone))}>
      <Form act="dates" refusal={refusalOf(refused, 'dates')} names={dateNames(manage.edition)}>
        <p className="soft measure">{words.moveDatesText}</p>
        <DateFields dates={view.dates} />
        <Button>{manage.edition.saveDates}</Button>
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Section>
  );
}

export default function TimelinePage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { timelineEditor: words, dates } = useWords();
  const { edition } = view;
  const refusal = (name: string) => refusalOf(refused, name);
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead(dates.cityOf(edition.zone))} />
      <Stack space="wide">
        {!refused && <SavedPart page={view} words={words} />}
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        <TimelineForm
          values={view.values}
          counts={view.counts}
          drawn={view.drawn}
          version={view.version}
          here={`/manage/${edition.programmeSlug}/${edition.slug}/timeline`}
          mayChange={view.mayChange}
          refusal={refusal('change')}
        />
        {view.codes.length > 0 && <Codes view={view} />}
        {view.locked && view.manages && <LockedDates view={view} refused={refused} />}
      </Stack>
    </EditionPage>
  );
}
