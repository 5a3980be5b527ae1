import { mostRows } from '#core/entries/importing/rows.ts';
import { Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import type { FoundEntries } from '#slices/entries/importing/checking.ts';
import type { importsOf } from '#slices/entries/importing/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Check, Radios } from '#ui/forms/choice.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** Where the columns of a category come from. */
export function Template({ path, category }: { path: string; category: string }) {
  const words = useWords().importing;
  return (
    <Section title={words.template} first>
      <Stack>
        <p className="soft t-sm">{words.templateLead(category)}</p>
        <Row>
          <ButtonLink size="small" to={`${path}/template.xlsx`} download>
            {words.xlsx}
          </ButtonLink>
          <ButtonLink size="small" to={`${path}/template.csv`} download>
            {words.csv}
          </ButtonLink>
        </Row>
      </Stack>
    </Section>
  );
}

const kinds = ['sent-in', 'drafts'] as const;

/** `before`: what the file that was looked at last would have been put in as. */
export function LookAtFile({ before, refusal }: { before: (typeof kinds)[number] | undefined; refusal: Refusal | undefined }) {
  const words = useWords().importing;
  const again = before !== undefined;
  return (
    <Section title={again ? words.another : words.fileTitle}>
      <Form act="look" refusal={refusal} names={{ file: words.file, as: words.as }} files>
        <p className="soft t-sm">{words.lookLead}</p>
        <FileDrop name="file" label={words.file} hint={words.fileHint(mostRows)} accept=".csv,.xlsx,.txt,text/csv" />
        <Radios
          name="as"
          label={words.as}
          value={before ?? 'sent-in'}
          options={kinds.map((value) => ({ value, label: words.kinds[value], hint: words.kindHints[value] }))}
        />
        <Button kind={again ? undefined : 'main'}>{words.look}</Button>
      </Form>
    </Section>
  );
}

/** What a file would put in, or all that is wrong with it. */
export function FoundFile({ found, refusal }: { found: FoundEntries; refusal: Refusal | undefined }) {
  const words = useWords().importing;
  if (found.faults.length > 0) return <Faults faults={found.faults} words={words} />;
  return (
    <Form act="apply" refusal={refusal} names={{ because: words.because }}>
      <Stack>
        <Notice live>{words.would(found.rows.length, found.as)}</Notice>
        <Table
          caption={words.rows}
          rows={found.rows}
          keyOf={({ row }) => String(row)}
          columns={[
            { id: 'row', head: words.line, align: 'right', cell: ({ row }) => row },
            { id: 'title', head: words.entry, names: true, cell: ({ title }) => <bdi>{title}</bdi> },
            { id: 'nominee', head: words.nominee, cell: ({ nominee }) => <bdi>{nominee}</bdi> },
            {
              id: 'owner',
              head: words.owner,
              cell: ({ owner, email }) => (
                <>
                  <bdi>{owner}</bdi>
                  <small className="block faint">{email}</small>
                </>
              ),
            },
          ]}
        />
        {found.late && <TextArea name="because" label={words.because} hint={words.becauseHint} rows={3} />}
        <Check name="mails" label={words.mails} hint={words.mailsHint} checked />
        <input type="hidden" name="rows" value={found.body} />
        <input type="hidden" name="file" value={found.file} />
        <input type="hidden" name="as" value={found.as} />
        <Button kind="main">{words.apply(found.rows.length, found.as)}</Button>
      </Stack>
    </Form>
  );
}

type Imports = Awaited<ReturnType<typeof importsOf>>;

function Undo({ one, refusal }: { one: Imports[number]; refusal: Refusal | undefined }) {
  const { dates, importing: words } = useWords();
  if (one.undoneAt !== null) return words.takenBack(one.undoneBy ?? '', dates.full(one.undoneAt));
  if (one.kind === 'drafts') return null;
  return (
    <Form act="undo" id={`undo-${one.id}`} refusal={refusal?.values.import === one.id ? refusal : undefined}>
      <input type="hidden" name="import" value={one.id} />
      <Button size="small" kind="quiet" more={words.undoMore(one.file)}>
        {words.undo}
      </Button>
    </Form>
  );
}

export function ImportsBefore({ imports, refusal }: { imports: Imports; refusal: Refusal | undefined }) {
  const { dates, importing: words } = useWords();
  return (
    <Section title={words.before}>
      {imports.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <Stack>
          <p className="soft t-sm">{words.undoLead}</p>
          <Table
            caption={words.before}
            rows={imports}
            keyOf={({ id }) => id}
            columns={[
              {
                id: 'file',
                head: words.file,
                names: true,
                cell: ({ file, category }) => (
                  <>
                    <bdi>{file}</bdi>
                    <small className="block faint">
                      <bdi>{category}</bdi>
                    </small>
                  </>
                ),
              },
              {
                id: 'what',
                head: words.what,
                cell: ({ entries, kind, because }) => (
                  <>
                    {words.of(entries, kind)}
                    {because !== '' && (
                      <small className="block faint">
                        <bdi>{because}</bdi>
                      </small>
                    )}
                  </>
                ),
              },
              { id: 'by', head: words.by, cell: ({ by }) => <bdi>{by}</bdi> },
              { id: 'at', head: words.at, cell: ({ at }) => dates.full(at) },
              { id: 'undo', head: <span className="vh">{words.undo}</span>, cell: (one) => <Undo one={one} refusal={refusal} /> },
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}
