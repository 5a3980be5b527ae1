import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { acceptingPage } from '#slices/screening/accepting.ts';
import { acceptEntries, undoAcceptances } from '#slices/screening/index.ts';
import { queuePlace } from '#slices/screening/queue.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(acceptingPage);

const input = async (args: FormArgs) => ({
  edition: (await queuePlace(args.visitor.ctx, args)).edition,
  entries: (args.values.entries ?? '').split(',').filter(Boolean),
});
const here = ({ params }: FormArgs) => `/manage/${params.programme}/${params.edition}/entries/accept`;

export const action = act({
  accept: post(acceptEntries, { input, done: ({ left }, args) => `${here(args)}?done&left=${left.length}` }),
  undo: post(undoAcceptances, { input, done: (_result, args) => `${here(args)}?undone` }),
});

const kinds = { submitted: 'busy', returned: 'warn', accepted: 'ok', withdrawn: 'plain', ineligible: 'bad' } as const;

type View = Awaited<ReturnType<typeof loader>>;
type Line = View['waiting']['lines'][number];

function Lines({ caption, lines, count }: { caption: string; lines: readonly Line[]; count: number }) {
  const { screening, entries } = useWords();
  const words = screening.several;
  return (
    <>
      <Table
        caption={caption}
        tight
        columns={[
          { id: 'number', head: entries.list.number, nowrap: true, cell: ({ number }: Line) => number },
          {
            id: 'title',
            head: entries.list.entry,
            names: true,
            cell: ({ title, nominee }: Line) => <TitleCell small={nominee}>{title}</TitleCell>,
          },
          { id: 'state', head: entries.list.state, cell: ({ state }: Line) => <Tag kind={kinds[state]}>{entries.list.states[state]}</Tag> },
        ]}
        rows={lines}
        keyOf={({ id }) => id}
      />
      {count > lines.length && <p className="t-sm faint num">{words.more(count - lines.length)}</p>}
    </>
  );
}

function Ask({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.several;
  const { waiting, decided, chosen, path } = view;
  const acts = (
    <>
      <Button kind="main">{words.go(waiting.ids.length)}</Button>
      <ButtonLink kind="quiet" to={path}>
        {words.not}
      </ButtonLink>
    </>
  );
  return (
    <Form act="accept" refusal={refusalOf(refused, 'accept')}>
      <Dialog title={words.ask(waiting.ids.length)} acts={acts}>
        <Stack>
          <p>{words.will(waiting.ids.length, chosen)}</p>
          <Lines caption={words.list} lines={waiting.lines} count={waiting.ids.length} />
          {decided.count > 0 && (
            <>
              <p>{words.stay(decided.count)}</p>
              <Lines caption={words.decided} lines={decided.lines} count={decided.count} />
            </>
          )}
        </Stack>
      </Dialog>
      <input type="hidden" name="entries" value={waiting.ids.join(',')} />
    </Form>
  );
}

function Done({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.several;
  const { accepted, left, path } = view;
  return (
    <Stack>
      {left > 0 && <Notice kind="warn">{words.left(left)}</Notice>}
      <p>
        <ButtonLink to={path}>{words.not}</ButtonLink>
      </p>
      <Form act="undo" refusal={refusalOf(refused, 'undo')}>
        <Toast undo={<Button size="small">{words.undo}</Button>}>{words.done(accepted.length)}</Toast>
        <input type="hidden" name="entries" value={accepted.join(',')} />
      </Form>
    </Stack>
  );
}

export default function AcceptEntries() {
  const view = useLoaderData<typeof loader>();
  const { screening, entries, shell } = useWords();
  const words = screening.several;
  const { edition, path, done, undone, waiting, accepted, chosen, mayChange } = view;
  const title = done ? words.done(accepted.length) : words.title;
  const list = edition.screens ? screening.queue.title : entries.list.title;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: path, text: list }, { text: words.title }]} />;
  const none = (
    <Empty title={words.nothing} acts={<ButtonLink to={path}>{words.not}</ButtonLink>}>
      {words.nothingText(chosen)}
    </Empty>
  );
  return (
    <EditionPage edition={edition} part="entries" title={[title]}>
      <PageHead title={title} crumbs={crumbs} />
      {undone && (
        <Notice kind="ok" live>
          {words.undone(waiting.ids.length)}
        </Notice>
      )}
      {done && accepted.length > 0 && mayChange ? <Done view={view} /> : mayChange && waiting.ids.length > 0 ? <Ask view={view} /> : none}
    </EditionPage>
  );
}
