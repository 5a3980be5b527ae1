import { useWords } from '#shells/words.tsx';
import type { FoundList } from '#slices/companies/winners/sent-list.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Refusable = { readonly refusal: Refusal | undefined };

export function ChooseList({ refusal, again }: Refusable & { again: boolean }) {
  const words = useWords().pastWinners.imports;
  const names = { file: words.file, several: words.several, separator: words.separator };
  const options = [
    { value: 'each', label: words.each },
    { value: 'joint', label: words.jointly },
  ];
  return (
    <Section title={again ? words.another : words.choose} first={!again}>
      <Form act="look" refusal={refusal} names={names} files>
        <FileDrop name="file" label={words.file} hint={words.fileHint} accept=".csv,.json,.txt,text/csv,application/json" />
        <Radios name="several" label={words.several} hint={words.severalHint} value="each" options={options} />
        <TextField name="separator" label={words.separator} hint={words.separatorHint} short />
        <Button kind={again ? undefined : 'main'}>{words.look}</Button>
      </Form>
    </Section>
  );
}

function Wrong({ found }: { found: FoundList }) {
  const words = useWords().pastWinners.imports;
  const { wrong, moreWrong, list } = found;
  return (
    <Stack>
      <Notice kind="bad" live>
        {words.wrong(list.file, wrong.length + moreWrong)}
      </Notice>
      <Table
        caption={words.wrongTable}
        columns={[
          { id: 'row', head: words.row, cell: ({ row }) => row, nowrap: true, names: true },
          { id: 'text', head: words.what, cell: ({ text }) => text, wide: true },
        ]}
        rows={wrong.map((line, i) => ({ ...line, key: String(i) }))}
        keyOf={({ key }) => key}
        onPhone="row"
      />
      {moreWrong > 0 && <p className="t-sm soft num">{words.more(moreWrong)}</p>}
    </Stack>
  );
}

function Would({ found }: { found: FoundList }) {
  const { pastWinners } = useWords();
  const words = pastWinners.imports;
  const { add, there, adds, doubts, list } = found;
  return (
    <Stack>
      <Notice live>{words.would(list.file, add)}</Notice>
      <Facts
        of={[
          { name: words.facts.add, value: <span className="num">{add}</span> },
          { name: words.facts.changed, value: words.changedNote },
          { name: words.facts.left, value: words.leftNote(there) },
        ]}
      />
      {doubts.length > 0 && (
        <Notice kind="warn" lead={words.doubts}>
          {doubts.map((doubt) => (
            <span key={doubt} className="block">
              {doubt}
            </span>
          ))}
        </Notice>
      )}
      {add > 0 && (
        <Fold summary={words.addTable} open>
          <Table
            caption={words.addTable}
            columns={[
              { id: 'year', head: pastWinners.list.year, cell: ({ year }) => <bdi>{year}</bdi>, nowrap: true },
              { id: 'category', head: pastWinners.list.category, cell: ({ category }) => <bdi>{category}</bdi> },
              { id: 'winner', head: pastWinners.list.winner, cell: ({ said }) => <bdi>{said}</bdi>, names: true },
            ]}
            rows={adds}
            keyOf={({ key }) => key}
            tight
          />
          {add > adds.length && <p className="t-sm soft num">{words.more(add - adds.length)}</p>}
        </Fold>
      )}
    </Stack>
  );
}

/** What the list would do, and the button that does it. The list itself is sent on with the form: nothing of it is kept until then. */
export function FoundInList({ found, refusal }: Refusable & { found: FoundList | undefined }) {
  const words = useWords().pastWinners.imports;
  if (found && found.wrong.length > 0) return <Wrong found={found} />;
  return (
    <Form act="apply" refusal={refusal} files>
      {found && <Would found={found} />}
      {found && found.add > 0 && (
        <>
          <Button kind="main">{words.apply(found.add)}</Button>
          {Object.entries(found.list).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </>
      )}
    </Form>
  );
}

type Line = {
  readonly id: string;
  readonly file: string;
  readonly state: string;
  readonly added: number;
  readonly at: string;
  readonly by: string | null;
};
type Of = { readonly programme: { readonly slug: string } };

export function ListsBroughtIn({ lists, programme, mayChange }: Of & { lists: readonly Line[]; mayChange: boolean }) {
  const { pastWinners, dates } = useWords();
  const words = pastWinners.imports;
  if (lists.length === 0)
    return (
      <Section title={words.lists}>
        <p className="soft">{words.noLists}</p>
      </Section>
    );
  return (
    <Section title={words.lists}>
      <Table
        caption={words.lists}
        columns={[
          { id: 'file', head: words.list, cell: ({ file }) => <bdi>{file}</bdi>, names: true },
          { id: 'state', head: words.state, cell: ({ state }) => pastWinners.state(state) },
          { id: 'winners', head: words.winners, cell: ({ state, added }) => (state === 'applied' ? added : null), align: 'right' },
          { id: 'by', head: words.by, cell: ({ by }) => <bdi>{by ?? words.machine}</bdi> },
          { id: 'at', head: words.at, cell: ({ at }) => dates.dayInYears(at), nowrap: true },
          {
            id: 'undo',
            head: <span className="vh">{words.undo}</span>,
            label: '',
            cell: ({ id, file, state }) =>
              mayChange &&
              state !== 'withdrawn' && (
                <ButtonLink size="small" kind="quiet" to={`/manage/${programme.slug}/winners/import?undo=${id}`} more={file}>
                  {words.undo}
                </ButtonLink>
              ),
          },
        ]}
        rows={lists}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}

/** Taking a list back: how many winners leave the page, and that they come back only with the list. */
export function UndoQuestion({ list, programme, refusal }: Refusable & Of & { list: Line }) {
  const words = useWords().pastWinners.imports;
  return (
    <Form act="undo" refusal={refusal}>
      <input type="hidden" name="import" value={list.id} />
      <Dialog
        title={words.undoTitle(list.file)}
        acts={
          <Row>
            <Button kind="danger">{words.undoGo}</Button>
            <ButtonLink kind="quiet" to={`/manage/${programme.slug}/winners/import`}>
              {words.undoNot}
            </ButtonLink>
          </Row>
        }
      >
        <p>{words.undoWill(list.state === 'applied' ? list.added : 0)}</p>
      </Dialog>
    </Form>
  );
}
