import { redirect, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { type HomeEntry, homeOf } from '#slices/entries/home.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { PageHead, Section, Split } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

export const handle = { js: false };

/** Whoever only judges or only manages goes on to that: this page is for those who enter, and for those who do several things. */
export const loader = load(async (ctx, { visitor }) => {
  const home = await homeOf(ctx);
  const judges = visitor.roles.some(({ role }) => role === 'judge');
  const manages = visitor.administrator || visitor.roles.some(({ role }) => role !== 'judge');
  if (home.entries.length === 0 && judges !== manages) throw redirect(judges ? '/judge' : '/manage');
  return { ...home, name: visitor.person?.name ?? '', judges, manages };
});

type View = Awaited<ReturnType<typeof loader>>;

/** The one thing that is due first; of two at the same moment the one somebody waits for. */
function dueFirst({ entries }: View): HomeEntry | undefined {
  // What others share to be read is nothing to do.
  const mine = entries.filter(({ shared }) => shared?.may !== 'view');
  const again = mine.flatMap((entry) => (entry.again ? [{ ...entry, id: entry.again.draft, away: entry.again.away }] : []));
  const due = [...again, ...mine.filter(({ open, state }) => open && (state === 'draft' || state === 'returned'))];
  return due.sort((a, b) => a.away - b.away || Number(b.state === 'returned') - Number(a.state === 'returned'))[0];
}

/** It, as a sentence. */
function useVerdict({ entries }: View, due: HomeEntry | undefined): string {
  const { entries: words, dates, reopening } = useWords();
  if (due) {
    const title = due.title || words.untitled;
    if (due.again) return reopening.writer.due(title, dates.away(due.again.away));
    return due.state === 'returned'
      ? words.home.returned(title, dates.away(due.away))
      : words.home.due(title, dates.away(due.away), due.missing);
  }
  return entries.length === 0 ? words.home.none : words.home.nothing;
}

const kinds: Readonly<Record<HomeEntry['state'], TagKind>> = {
  draft: 'busy',
  submitted: 'ok',
  returned: 'warn',
  accepted: 'ok',
  withdrawn: 'plain',
  ineligible: 'bad',
};

function Entries({ entries }: View) {
  const { entries: words, dates, reopening, threads, writers } = useWords();
  const noteOf = (entry: HomeEntry) => {
    const whose = entry.shared ? `; ${writers.note(entry.shared.by, entry.shared.may)}` : '';
    const where = `${entry.category}, ${entry.programme}${whose}`;
    if (entry.again) return `${where}; ${reopening.writer.note(dates.full(entry.again.until))}`;
    if (entry.mending) return `${where}; ${(entry.open ? words.home.mendBy : words.home.mendOver)(dates.full(entry.closes))}`;
    if (entry.number !== null && entry.submittedAt) return `${where}; ${words.home.inAs(entry.number, dates.day(entry.submittedAt))}`;
    return entry.open ? `${where}; ${words.home.dueOn(dates.full(entry.closes))}` : `${where}; ${words.home.notSubmitted}`;
  };
  const unread = entries.filter((entry) => entry.unread > 0);
  return (
    <Section title={words.home.entries} first>
      {unread.length > 0 && (
        <Tasks
          items={unread.map((entry) => ({
            to: `/entries/${entry.id}/questions`,
            text: threads.linkNew(entry.unread),
            tag: <Tag kind="warn">{threads.entrant.tag}</Tag>,
            note: entry.title || words.untitled,
          }))}
        />
      )}
      <Tasks
        items={entries.map((entry) => ({
          to: `/entries/${entry.id}`,
          text: entry.title || words.untitled,
          written: entry.title !== '',
          tag: entry.again ? (
            <Tag kind="warn">{reopening.writer.tag}</Tag>
          ) : (
            <Tag kind={kinds[entry.state]}>{words.states[entry.state]}</Tag>
          ),
          note: noteOf(entry),
        }))}
      />
    </Section>
  );
}

function Calls({ calls, first }: { calls: View['calls']; first: boolean }) {
  const { entries: words, dates } = useWords();
  return (
    <Section title={words.home.calls} first={first}>
      {calls.length === 0 ? (
        <Empty title={words.home.noCalls}>{words.home.noCallsText}</Empty>
      ) : (
        <Tasks
          items={calls.map(({ slug, name, closes }) => ({
            to: `/p/${slug}`,
            text: name,
            note: words.home.callUntil(dates.full(closes)),
            tag: (
              <ButtonLink size="small" to={`/p/${slug}/enter`} more={name}>
                {words.home.enter}
              </ButtonLink>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function Roles({ judges, manages }: Pick<View, 'judges' | 'manages'>) {
  const words = useWords().entries.home;
  const items = [
    ...(judges ? [{ to: '/judge', text: words.judge, note: words.judgeText }] : []),
    ...(manages ? [{ to: '/manage', text: words.manage, note: words.manageText }] : []),
  ];
  return (
    <Section title={words.roles} first>
      <ul className="stack">
        {items.map(({ to, text, note }) => (
          <li key={to}>
            <Link kind="go" to={to}>
              {text}
            </Link>
            <p className="t-sm soft">{note}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default function Home() {
  const view = useLoaderData<typeof loader>();
  const { entries: words, reopening } = useWords();
  const due = dueFirst(view);
  const verdict = useVerdict(view, due);
  const { entries, calls, judges, manages, name } = view;
  const main = (
    <div>
      {entries.length > 0 && <Entries {...view} />}
      <Calls calls={calls} first={entries.length === 0} />
    </div>
  );
  return (
    <EntrantPage title={[words.home.title]} items={[{ to: '/home', text: words.nav.home, current: true }]}>
      <PageHead
        title={verdict}
        verdict
        over={name}
        acts={
          due && (
            <ButtonLink kind="main" to={`/entries/${due.id}`}>
              {due.again
                ? reopening.writer.go
                : due.state === 'returned'
                  ? words.home.mend
                  : due.missing === 0
                    ? words.home.submit
                    : words.home.goOn}
            </ButtonLink>
          )
        }
      />
      {judges || manages ? (
        <Split>
          {main}
          <Roles judges={judges} manages={manages} />
        </Split>
      ) : (
        main
      )}
    </EntrantPage>
  );
}
