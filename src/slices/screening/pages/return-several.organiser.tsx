import { useActionData, useLoaderData } from 'react-router';
import { instantOf } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { returnEntries, undoReturns } from '#slices/screening/index.ts';
import { type ReturningPage, returningPage } from '#slices/screening/mending/page.ts';
import { queuePlace } from '#slices/screening/queue.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { PageHead, Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(returningPage);

const asked = async (args: FormArgs) => ({
  edition: (await queuePlace(args.visitor.ctx, args)).edition,
  entries: (args.values.entries ?? '').split(',').filter(Boolean),
});
const here = ({ params }: FormArgs) => `/manage/${params.programme}/${params.edition}/entries/return`;

export const action = act({
  return: post(returnEntries, {
    input: async (args) => {
      const { reason = '', until = '' } = args.values;
      const { clock } = await returningPage(args.visitor.ctx, args);
      const at = instantOf(until, clock.zone);
      // What cannot be read stays as written, to be refused at its field.
      return { ...(await asked(args)), reason, ...(until !== '' && { until: at === undefined ? until : new Date(at).toISOString() }) };
    },
    done: ({ left }, args) => `${here(args)}?done&left=${left.length}`,
  }),
  undo: post(undoReturns, { input: asked, done: (_result, args) => `${here(args)}?undone` }),
});

type Line = ReturningPage['waiting']['lines'][number];

function Lines({ caption, lines, count }: { caption: string; lines: readonly Line[]; count: number }) {
  const { screening, entries } = useWords();
  const words = screening.returning;
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
          { id: 'writer', head: words.writer, cell: ({ writer }: Line) => <bdi>{writer}</bdi> },
        ]}
        rows={lines}
        keyOf={({ id }) => id}
      />
      {count > lines.length && <p className="t-sm faint num">{words.more(count - lines.length)}</p>}
    </>
  );
}

function Ask({ view }: { view: ReturningPage }) {
  const refused = useActionData<Refused>();
  const { screening, dates } = useWords();
  const { returning: words, mending, entry } = screening;
  const { waiting, others, chosen, path, clock } = view;
  const count = waiting.ids.length;
  const until = mending.until(dates.cityOf(clock.zone));
  return (
    <Stack space="wide">
      <Section title={words.list} first>
        <Stack>
          <p>{words.will(count, chosen)}</p>
          <Lines caption={words.list} lines={waiting.lines} count={count} />
        </Stack>
      </Section>
      {others.count > 0 && (
        <Section title={words.others}>
          <Stack>
            <p>{words.stay(others.count)}</p>
            <Lines caption={words.others} lines={others.lines} count={others.count} />
          </Stack>
        </Section>
      )}
      <Form act="return" refusal={refusalOf(refused, 'return')} names={{ reason: entry.reason, until }}>
        <TextArea name="reason" label={entry.reason} hint={entry.reasonHint} rows={4} />
        <DateField
          name="until"
          time
          label={until}
          optional={entry.optional}
          hint={clock.open ? mending.untilOpen(dates.full(clock.closes)) : mending.untilClosed}
          value={clock.offer}
        />
        <p className="soft t-sm">{words.told(count)}</p>
        <Row>
          <Button kind="main">{words.go(count)}</Button>
          <ButtonLink kind="quiet" to={path}>
            {words.not}
          </ButtonLink>
        </Row>
        <input type="hidden" name="entries" value={waiting.ids.join(',')} />
      </Form>
    </Stack>
  );
}

function Done({ view }: { view: ReturningPage }) {
  const refused = useActionData<Refused>();
  const { screening } = useWords();
  const words = screening.returning;
  const { returned, left, path } = view;
  return (
    <Stack>
      {left > 0 && <Notice kind="warn">{words.left(left)}</Notice>}
      <p>
        <ButtonLink to={path}>{screening.several.not}</ButtonLink>
      </p>
      <Form act="undo" refusal={refusalOf(refused, 'undo')}>
        <p className="soft t-sm">{words.undoWill}</p>
        <Button>{words.undo}</Button>
        <input type="hidden" name="entries" value={returned.join(',')} />
      </Form>
    </Stack>
  );
}

export default function ReturnEntries() {
  const view = useLoaderData<typeof loader>();
  const { screening, entries, shell } = useWords();
  const words = screening.returning;
  const { edition, path, done, undone, waiting, returned, chosen, mayChange } = view;
  const after = done && returned.length > 0 && mayChange;
  const title = after ? words.done(returned.length) : words.title;
  const list = edition.screens ? screening.queue.title : entries.list.title;
  const none = (
    <Empty title={words.nothing} acts={<ButtonLink to={path}>{screening.several.not}</ButtonLink>}>
      {words.nothingText(chosen)}
    </Empty>
  );
  return (
    <EditionPage edition={edition} part="entries" title={[title]}>
      <PageHead title={title} crumbs={<Crumbs label={shell.crumbs} items={[{ to: path, text: list }, { text: words.title }]} />} />
      {undone && (
        <Notice kind="ok" live>
          {words.undone(waiting.ids.length)}
        </Notice>
      )}
      {after ? <Done view={view} /> : mayChange && waiting.ids.length > 0 ? <Ask view={view} /> : none}
    </EditionPage>
  );
}
