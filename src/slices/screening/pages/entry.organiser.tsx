import { useActionData, useLoaderData } from 'react-router';
import { screeningOver, weekToMend } from '#core/entries/mending.ts';
import { partsAsked } from '#core/forms/controls/parts.ts';
import { controlName } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { instantOf, zonedText } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { keysAreOn } from '#http/visitor/keys.ts';
import { EditionPage } from '#shells/edition.tsx';
import { keptFiles } from '#shells/files/kept-file.tsx';
import { EntryAnswers } from '#shells/forms/entry-answers.tsx';
import { languageAsked } from '#shells/languages/carried.ts';
import { useWords } from '#shells/words.tsx';
import {
  cancelReopening,
  checkLinks,
  entryToScreen,
  mendingOf,
  moveToChapter,
  putInShown,
  reopenEntry,
  shownLinks,
} from '#slices/entries/index.ts';
import { chapterCalled, namedChapters, timesOf } from '#slices/programmes/index.ts';
import {
  acceptEntry,
  entryForScreener,
  lookAgain,
  moveEntry,
  moveMending,
  returnEntry,
  ruleOut,
  sendVerdicts,
  takeVerdictBack,
  undoMove,
  undoReturn,
  undoScreening,
} from '#slices/screening/index.ts';
import { movedBackTo, movingPage } from '#slices/screening/moving/page.ts';
import { RulesEvidence, RulesFlag } from '#slices/screening/parts/eligibility.tsx';
import { EntryFacts, EntryFile } from '#slices/screening/parts/entry.tsx';
import { Letters } from '#slices/screening/parts/letters.tsx';
import { Links } from '#slices/screening/parts/links.tsx';
import { MovedBack, MovePlan, MoveToCategory } from '#slices/screening/parts/moving.tsx';
import { AroundInQueue } from '#slices/screening/parts/queue.tsx';
import { Reopenings } from '#slices/screening/parts/reopening.tsx';
import { SendBack, SentBack } from '#slices/screening/parts/returning.tsx';
import { RuleOut, StandingVerdict } from '#slices/screening/parts/verdict.tsx';
import type { EntryForScreener } from '#slices/screening/views.ts';
import { queueAround } from '#slices/screening/waiting/way.ts';
import { Button } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { Log } from '#ui/data/lists.tsx';
import { type Option, Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

type Step = { readonly by: string; readonly at: Date };

/** Its instants in the programme's zone. */
function shownVerdict({ decided, looked, sent, ...verdict }: NonNullable<EntryForScreener['verdict']>, told: (at: Date) => string) {
  const step = <S extends Step>({ at, ...of }: S) => ({ ...of, at: told(at) });
  return { ...verdict, decided: step(decided), looked: looked && step(looked), sent: sent && step(sent) };
}

export const loader = load(async (ctx, { params, url, request }) => {
  const entry = await entryForScreener(ctx, params.entry ?? '');
  const {
    edition,
    files,
    decisions,
    verdict,
    savedAt: _,
    formSeen: _seen,
    submittedAt,
    withdrawnAt,
    ineligibleAt: _told,
    mendBy: _until,
    chapter,
    ...rest
  } = entry;
  const chapters = await namedChapters(ctx, edition.id);
  const manages = entry.office && entry.mayChange;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const { slug, name, programmeSlug, programmeName } = edition;
  return {
    ...rest,
    edition: {
      slug,
      name,
      programmeSlug,
      programmeName,
      ...(!entry.office && !entry.screensOnly && { of: [chapterCalled(chapters, chapter)] }),
      ...(entry.screensOnly && { screens: true }),
    },
    chapter: chapters.length === 0 && chapter === null ? undefined : { key: chapter, name: chapterCalled(chapters, chapter) },
    /** Where a manager of the programme may put it. */
    elsewhere: manages ? chapters.filter(({ key }) => key !== chapter).map(({ key, name: called }) => ({ key, name: called })) : [],
    links: await shownLinks(ctx, entry, edition.zone),
    putIn: await putInShown(ctx, entry.id, edition.zone),
    moved: url.searchParams.has('moved'),
    movedTo: (['category', 'back'] as const).find((one) => url.searchParams.has(one)),
    movedBack: await movedBackTo(ctx, entry),
    moving: await movingPage(ctx, entry, url.searchParams.get('to')),
    zone: edition.zone,
    reopened: (['reopened', 'closed'] as const).find((one) => url.searchParams.has(one)),
    submittedAt: submittedAt && told(submittedAt),
    withdrawnAt: withdrawnAt && told(withdrawnAt),
    clock: {
      zone: edition.zone,
      closes: told(edition.entriesCloseAt),
      open: entry.phase === 'entries-open',
      offer: weekToMend(timesOf(edition), ctx.now.getTime(), edition.zone),
    },
    closes: told(edition.entriesCloseAt),
    mending: mendingOf(ctx, entry, edition),
    mayMove: entry.mayChange && !screeningOver(timesOf(edition), ctx.now.getTime()),
    told: url.searchParams.has('told'),
    files: files.map(({ sha256: _hash, addedAt, ...file }) => ({ ...file, addedAt: told(addedAt) })),
    verdict: verdict && shownVerdict(verdict, told),
    decisions: decisions.map(({ at, until, ...decision }) => ({ ...decision, at: told(at), until: until && told(until) })),
    accepted: url.searchParams.has('accepted'),
    /** Beside it in the queue, for whoever came from there. */
    around: url.searchParams.has('screen')
      ? { queue: `/manage/${programmeSlug}/${slug}/screening`, ...(await queueAround(ctx, edition, entry.id)) }
      : undefined,
    keys: keysAreOn(request.headers.get('cookie')),
  };
});

const input = ({ params }: PageArgs) => ({ entry: params.entry ?? '' });
/** Whoever came from the queue stays in it. */
const here =
  (said: string) =>
  (_result: unknown, { params, url }: PageArgs) => {
    const query = [url.searchParams.has('screen') && 'screen', said].filter(Boolean).join('&');
    return `/manage/entries/${params.entry}${query && `?${query}`}`;
  };

/** The wall time of the programme's zone; what cannot be read stays as written, to be refused at its field. */
function untilIn(written: string, zone: string): string {
  const at = instantOf(written, zone);
  return at === undefined ? written : new Date(at).toISOString();
}

export const action = act({
  reopen: post(reopenEntry, {
    input: async (args) => {
      const { edition } = await entryToScreen(args.visitor.ctx, args.params.entry ?? '');
      return { ...input(args), reason: args.values.reason ?? '', until: untilIn(args.values.until ?? '', edition.zone) };
    },
    done: here('reopened'),
  }),
  links: post(checkLinks, { input, done: here('looked') }),
  close: post(cancelReopening, { input, done: here('closed') }),
  accept: post(acceptEntry, { input: (args) => ({ ...input(args), version: args.values.version }), done: here('accepted') }),
  return: post(returnEntry, {
    input: async (args) => {
      const { reason = '', until = '', version } = args.values;
      const { edition } = await entryToScreen(args.visitor.ctx, args.params.entry ?? '');
      const about = args.form.getAll('about').map(String);
      return { ...input(args), version, reason, about, ...(until !== '' && { until: untilIn(until, edition.zone) }) };
    },
    done: here(''),
  }),
  until: post(moveMending, {
    input: async (args) => {
      const { edition } = await entryToScreen(args.visitor.ctx, args.params.entry ?? '');
      return { ...input(args), reason: args.values.reason ?? '', until: untilIn(args.values.until ?? '', edition.zone) };
    },
    done: here('told'),
  }),
  'move-category': post(moveEntry, {
    input: async (args) => {
      const { reason = '', until = '', version, category = '' } = args.values;
      const { edition } = await entryToScreen(args.visitor.ctx, args.params.entry ?? '');
      const all = (name: string) => args.form.getAll(`seen-${name}`).map(String);
      const seen = { missing: all('missing'), unasked: all('unasked'), restated: all('restated') };
      return { ...input(args), version, category, reason, seen, ...(until !== '' && { until: untilIn(until, edition.zone) }) };
    },
    done: here('category'),
  }),
  'move-back': post(undoMove, { input, done: here('back') }),
  'undo-return': post(undoReturn, { input, done: here('') }),
  undo: post(undoScreening, { input, done: here('') }),
  'rule-out': post(ruleOut, {
    input: (args) => {
      const { version, why = '', words, duplicateOf } = args.values;
      return { ...input(args), version, why, words, duplicateOf };
    },
    done: here(''),
  }),
  look: post(lookAgain, {
    // Whoever chose neither is asked again.
    input: (args) => ({ ...input(args), agrees: (args.values.agrees ?? '') as 'yes' | 'no', remark: args.values.remark }),
    done: here(''),
  }),
  send: post(sendVerdicts, {
    input: async (args) => {
      const { id, edition } = await entryForScreener(args.visitor.ctx, args.params.entry ?? '');
      return { edition: edition.id, entries: [id] };
    },
    done: here(''),
  }),
  back: post(takeVerdictBack, { input, done: here('') }),
  move: post(moveToChapter, {
    input: (args) => ({ ...input(args), chapter: args.values.chapter ?? '', reason: args.values.reason ?? '' }),
    done: here('moved'),
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** What of the entry its writer can be led to. */
function useParts({ form }: View): Option[] {
  const { entries } = useWords();
  const language = languageAsked(useFrame());
  const { nominee, title, body, evidence: file } = entries.form;
  const own: Readonly<Record<string, string>> = { nominee, title, body, file };
  const fields = form ? fieldsOf(form.form).map(({ field }) => [controlName(field.key), field.label] as const) : [];
  const asked = new Map(fields);
  return partsAsked(form?.form).map((value) => {
    const label = asked.get(value);
    return { value, label: label === undefined || form === undefined ? own[value] : inLanguage(label, language, form.language) };
  });
}

function Decide({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.entry;
  const parts = useParts(view);
  return (
    <Section title={words.decide} first={!view.around}>
      <Stack space="wide">
        {view.eligibility && <RulesFlag of={view.eligibility} />}
        <Form act="accept" refusal={refusalOf(refused, 'accept')}>
          <input type="hidden" name="version" value={view.version} />
          <p className="soft t-sm">{words.acceptWill}</p>
          <Button kind="main">{words.accept}</Button>
        </Form>
        <SendBack clock={view.clock} version={view.version} writer={view.owner.name} parts={parts} />
        <RuleOut version={view.version} reasons={view.settings.reasons} refusal={refusalOf(refused, 'rule-out')} />
      </Stack>
    </Section>
  );
}

function Verdict({ view, verdict }: { view: View; verdict: NonNullable<View['verdict']> }) {
  const refused = useActionData<Refused>();
  const refusals = { look: refusalOf(refused, 'look'), send: refusalOf(refused, 'send'), back: refusalOf(refused, 'back') };
  const { owner, settings, mayChange, screensOnly } = view;
  return (
    <StandingVerdict
      first={!view.around}
      verdict={verdict}
      writer={owner.name}
      secondLook={settings.secondLook}
      mayChange={mayChange}
      maySend={mayChange && !screensOnly}
      refusals={refusals}
    />
  );
}

function Undo({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.entry;
  return (
    <Section title={words.accepted} first={!view.around}>
      <Form act="undo" refusal={refusalOf(refused, 'undo')}>
        <p className="soft t-sm">{words.undoWill}</p>
        {view.mayChange && <Button>{words.undo}</Button>}
      </Form>
    </Section>
  );
}

/** To another chapter, for whoever runs the programme. */
function Move({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.entry.move;
  const refusal = refusalOf(refused, 'move');
  return (
    <details className="details" open={refusal !== undefined}>
      <summary>{words.title}</summary>
      <Form act="move" refusal={refusal} names={{ chapter: words.to, reason: words.reason }}>
        <p className="soft t-sm">{words.will}</p>
        <Select
          name="chapter"
          label={words.to}
          empty={words.choose}
          options={view.elsewhere.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={2} />
        <Button>{words.go}</Button>
      </Form>
    </details>
  );
}

function Decisions({ view }: { view: View }) {
  const { screening, dates } = useWords();
  const words = screening.entry;
  if (view.decisions.length === 0) return null;
  const { moving } = screening;
  const ofMove = { moved: moving.history, 'move-undone': moving.undone };
  const said = { ...words.verdicts, ...screening.mending.verdicts, ...screening.verdicts.history };
  return (
    <Section title={words.history}>
      <Log
        items={view.decisions.map(({ verdict, reason, until, moved, by, at }) => ({
          key: at + verdict,
          instant: dates.machine(at),
          time: dates.short(at),
          text:
            verdict === 'moved' || verdict === 'move-undone' ? ofMove[verdict](by, moved?.from ?? '', moved?.to ?? '') : said[verdict](by),
          ...((reason || until) && {
            note: [reason, until && screening.mending.said(dates.full(until)), moved && moving.historyNote(moved.missing, moved.unasked)]
              .filter(Boolean)
              .join(' '),
          }),
        }))}
      />
    </Section>
  );
}

export default function EntryOfScreener() {
  const view = useLoaderData<typeof loader>();
  const { screening, entries, reopening, shell, dates } = useWords();
  const { edition, state } = view;
  const loose = view.form === undefined ? view.files : view.files.filter(({ field }) => field === null);
  const list = `/manage/${edition.programmeSlug}/${edition.slug}/${view.screensOnly ? 'screening' : 'entries'}`;
  const refused = useActionData<Refused>();
  const here = `/manage/entries/${view.id}${view.around ? '?screen' : ''}`;
  const crumbs = [{ to: list, text: view.screensOnly ? screening.queue.title : entries.list.title }, { text: view.number ?? '' }];
  return (
    <EditionPage edition={edition} part="entries" title={[view.title]}>
      <PageHead title={view.title} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} text={view.nominee} />
      <Split>
        <Stack space="wide">
          <EntryAnswers entry={view} file={keptFiles(view.files)} />
          {(view.form === undefined || loose.length > 0) && <EntryFile files={loose} />}
          {view.links && <Links of={view.links} mayChange={view.mayChange} refusal={refusalOf(refused, 'links')} />}
          <Letters letters={view.letters} />
          {view.eligibility && <RulesEvidence of={view.eligibility} office={view.office} />}
        </Stack>
        <div>
          {view.around && <AroundInQueue around={view.around} keys={view.keys && view.mayChange} />}
          {view.moving?.plan && view.moving.target && (
            <MovePlan
              plan={view.moving.plan}
              target={view.moving.target}
              entry={{ version: view.version, writer: view.owner.name, back: here, first: !view.around }}
              clock={view.clock}
            />
          )}
          {state === 'submitted' && view.mayChange && !view.verdict && !view.moving?.plan && <Decide view={view} />}
          {view.verdict && <Verdict view={view} verdict={view.verdict} />}
          {state === 'accepted' && <Undo view={view} />}
          {state === 'returned' && <SentBack returned={view} clock={view.clock} writer={view.owner.name} />}
          {view.withdrawnAt && (
            <Section title={entries.states.withdrawn} first>
              <p className="soft">{entries.withdrawal.forManagers(view.owner.name, dates.full(view.withdrawnAt))}</p>
            </Section>
          )}
          {view.movedBack && <MovedBack to={view.movedBack.to} from={view.category.name} writer={view.owner.name} />}
          <EntryFacts view={view} />
          <Reopenings view={view} />
          {view.moving && <MoveToCategory moving={view.moving} path={`/manage/entries/${view.id}`} screen={view.around !== undefined} />}
          {view.elsewhere.length > 0 && <Move view={view} />}
          <Decisions view={view} />
        </div>
      </Split>
      {view.moved && view.chapter && <Toast>{screening.entry.move.done(view.chapter.name)}</Toast>}
      {view.reopened && <Toast>{view.reopened === 'reopened' ? reopening.manager.done : reopening.manager.cancelled}</Toast>}
      {view.movedTo && <Toast>{(view.movedTo === 'back' ? screening.moving.back : screening.moving).done(view.category.name)}</Toast>}
      {view.told && state === 'returned' && <Toast>{screening.mending.move.done}</Toast>}
      {view.accepted && state === 'accepted' && <Toast>{screening.entry.acceptedToast(view.number ?? '')}</Toast>}
    </EditionPage>
  );
}
