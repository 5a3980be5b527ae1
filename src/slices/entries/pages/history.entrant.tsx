import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { saveDraft } from '#slices/entries/index.ts';
import { usePartNames } from '#slices/entries/parts/together/around.tsx';
import { Changed } from '#slices/entries/parts/together/changed.tsx';
import { comparison, historyPage, restoring } from '#slices/entries/together/history.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { FilterSelect, Filters } from '#ui/data/filters.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

/** A number in the address; undefined where there is none. @throws Problem for anything else */
function numberIn(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw problem('general.not-found');
  return Number(text);
}

export const loader = load(async (ctx, { params, url }) => {
  const id = params.entry ?? '';
  const version = numberIn(url, 'version');
  if (version === undefined) return { kind: 'list' as const, ...(await historyPage(ctx, id, numberIn(url, 'after'))) };
  const compared = await comparison(ctx, id, { version, against: numberIn(url, 'with') });
  return { kind: 'one' as const, ...compared, restored: url.searchParams.get('restored') };
});

/** Bringing back is saving: refused like any save where somebody saved meanwhile. */
export const action = act({
  restore: post(saveDraft, {
    input: ({ visitor, params, values: { from = '', part = '', version = '' } }) =>
      restoring(visitor.ctx, { entry: params.entry ?? '', from, part, version }),
    done: ({ version }, { params, values: { part = '' } }) => {
      return `/entries/${params.entry}/history?version=${version}&restored=${encodeURIComponent(part || 'all')}`;
    },
  }),
});

type View = Awaited<ReturnType<typeof loader>>;
type List = Extract<View, { kind: 'list' }>;
type One = Extract<View, { kind: 'one' }>;

function Lines({ view }: { view: List }) {
  const { entries, dates } = useWords();
  const words = entries.history;
  const names = usePartNames(view);
  const { id, lines, next, later } = view;
  const path = `/entries/${id}/history`;
  if (lines.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  const versions = lines.map(({ version }) => ({ value: String(version), label: words.version(version) }));
  return (
    <Stack space="wide">
      <Tasks
        items={lines.map(({ version, at, by, parts, submitted }) => ({
          to: `${path}?version=${version}`,
          text: words.version(version),
          tag: submitted && <Tag kind="ok">{words.submitted}</Tag>,
          note: `${dates.short(at)}, ${words.by(by)}: ${words.wrote(parts.map((part) => names[part] ?? part))}`,
        }))}
      />
      <Pager
        label={words.pages}
        where=""
        before={{ label: words.newest, to: later ? path : undefined }}
        after={{ label: words.older, to: next === undefined ? undefined : `${path}?after=${next}` }}
      />
      {lines.length > 1 && (
        <Section title={words.compare}>
          <Filters to={path} label={words.compare} go={words.show}>
            <FilterSelect name="version" label={words.one} value={versions[0]?.value} options={versions} />
            <FilterSelect name="with" label={words.other} value={versions[1]?.value} options={versions} />
          </Filters>
        </Section>
      )}
    </Stack>
  );
}

type RestoreProps = { readonly view: One; readonly from: number; readonly part: string; readonly text: string };

/** `part`: '' for all of a version. */
function Restore({ view, from, part, text }: RestoreProps) {
  const refused = useActionData<Refused>();
  const refusal = refusalOf(refused, 'restore');
  const mine = refusal?.values.part === part && refusal.values.from === String(from) ? refusal : undefined;
  return (
    <Form act="restore" id={`restore-${from}-${part.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`} refusal={mine}>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="version" value={view.version} />
      <Button size={part === '' ? undefined : 'small'}>{text}</Button>
    </Form>
  );
}

/** What was just brought back goes again by bringing back what was before. */
function Restored({ view }: { view: One }) {
  const words = useWords().entries.history;
  const { restored, line, newest, mayRestore, first } = view;
  if (restored === null || line === undefined || !newest) return null;
  return (
    <>
      <Notice kind="ok" live>
        {words.restored(line.version)}
      </Notice>
      {mayRestore && first > 0 && <Restore view={view} from={first} part={restored === 'all' ? '' : restored} text={words.undo} />}
    </>
  );
}

function Compared({ view }: { view: One }) {
  const words = useWords().entries.history;
  const names = usePartNames(view);
  const { id, line, second, newest, changes, restores, mayRestore, version: now } = view;
  const version = line?.version ?? second;
  return (
    <Stack space="wide">
      <Restored view={view} />
      {changes.length === 0 && <p className="soft">{words.same}</p>}
      {changes.map(({ part, before, after, isNow }) => (
        <Section key={part} title={names[part] ?? part} first>
          <Stack>
            <Changed of={view} part={part} before={before} after={after} />
            {mayRestore && !isNow && <Restore view={view} from={version} part={part} text={words.restoreField(version)} />}
          </Stack>
        </Section>
      ))}
      {!newest && second !== now && (
        <p>
          <Link to={`/entries/${id}/history?version=${version}&with=${now}`}>{words.withNow}</Link>
        </p>
      )}
      {!restores && <p className="soft">{words.isNow}</p>}
      {mayRestore && restores && (
        <Section title={words.restore(version)}>
          <Stack>
            <p className="soft measure">{words.restoreText}</p>
            <Restore view={view} from={version} part="" text={words.restore(version)} />
          </Stack>
        </Section>
      )}
      <p>
        <Link to={`/entries/${id}`}>{words.back}</Link>
      </p>
    </Stack>
  );
}

export default function EntryHistory() {
  const view = useLoaderData<typeof loader>();
  const { entries: words, dates, shell } = useWords();
  const { id, edition } = view;
  const title = view.title || words.untitled;
  const programme = { text: `${edition.programmeName} ${edition.name}`, to: `/p/${edition.programmeSlug}` };
  const path = `/entries/${id}/history`;
  const crumbs = [
    { to: '/home', text: words.nav.home },
    { to: `/entries/${id}`, text: title },
    ...(view.kind === 'one' ? [{ to: path, text: words.history.title }] : []),
  ];
  const line = view.kind === 'one' ? view.line : undefined;
  return (
    <EntrantPage
      title={[words.history.title, title]}
      programme={programme}
      items={[
        { to: '/home', text: words.nav.home, current: true },
        { to: programme.to, text: words.nav.programme },
      ]}
    >
      <PageHead
        title={view.kind === 'one' ? words.history.between(view.first, view.second) : words.history.title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        text={line ? `${dates.full(line.at)}, ${words.history.by(line.by)}` : words.history.lead}
      />
      {view.kind === 'one' ? <Compared view={view} /> : <Lines view={view} />}
    </EntrantPage>
  );
}
