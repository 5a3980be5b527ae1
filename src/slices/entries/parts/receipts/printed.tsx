import { keptFiles } from '#shells/files/kept-file.tsx';
import { EntryAnswers } from '#shells/forms/entry-answers.tsx';
import { useWords } from '#shells/words.tsx';
import type { Printed } from '#slices/entries/receipts/printed.ts';
import { Link } from '#ui/actions/link.tsx';
import { PrintButton } from '#ui/actions/print-button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Table } from '#ui/data/table.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Props = {
  readonly entry: Printed;
  /** Where the text of its receipt is. */
  readonly receipt: string;
  /** The file's name there. */
  readonly name: string;
};

function FilesPrinted({ entry }: { entry: Printed }) {
  const { printing } = useWords();
  return (
    <Section title={printing.files}>
      {entry.files.length === 0 ? (
        <p className="soft">{printing.noFiles}</p>
      ) : (
        <Table
          caption={printing.files}
          rows={entry.files}
          keyOf={({ id }) => id}
          columns={[
            { id: 'name', head: printing.file, names: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'size', head: printing.size, align: 'right', nowrap: true, cell: ({ bytes }) => printing.sizeOf(bytes) },
            { id: 'sha256', head: printing.hash, wide: true, cell: ({ sha256 }) => <code>{sha256}</code> },
          ]}
        />
      )}
    </Section>
  );
}

function ReceiptPrinted({ entry, receipt, name }: Props) {
  const words = useWords().printing.receipt;
  if (entry.receipt === undefined) return null;
  const { hash, agrees } = entry.receipt;
  const again = entry.state === 'returned' || entry.state === 'draft';
  return (
    <Section title={words.title}>
      <Stack>
        <p>
          <code>{hash}</code>
        </p>
        <Notice kind={agrees ? 'ok' : 'warn'}>{agrees ? words.agrees : words.differs}</Notice>
        <p className="t-sm soft">
          {words.text} {again && words.earlier}
        </p>
        <p className="no-print">
          <Link to={receipt}>{words.download}</Link>
          <span className="block t-sm soft">{words.check(name)}</span>
        </p>
      </Stack>
    </Section>
  );
}

/** Everything an entry says, for paper: what, when, its files with their hashes, and the mark of what was submitted. */
export function PrintedEntry({ entry, receipt, name }: Props) {
  const { entries, dates, printing } = useWords();
  const { list } = entries;
  const facts = [
    ...(entry.number === null ? [] : [{ name: list.number, value: entry.number }]),
    { name: printing.edition, value: `${entry.edition.programmeName} ${entry.edition.name}` },
    { name: list.category, value: entry.category },
    { name: printing.nominee, value: entry.nominee },
    { name: printing.writer, value: entry.writer },
    { name: list.state, value: entries.states[entry.state] },
    ...(entry.submittedAt === null
      ? []
      : [
          {
            name: list.arrived,
            value: dates.exact(entry.submittedAt),
          },
        ]),
    ...(entry.rules === null ? [] : [{ name: list.rules, value: list.rulesVersion(entry.rules) }]),
    { name: printing.publicId, value: <code>{entry.id}</code> },
  ];
  return (
    <Stack space="wide">
      <div className="stack-2 no-print">
        <PrintButton>{printing.print}</PrintButton>
        <p className="t-sm soft">{printing.how}</p>
      </div>
      {entry.state === 'draft' && <Notice kind="info">{printing.draft}</Notice>}
      <Facts of={facts} long />
      <Section title={printing.answers}>
        <EntryAnswers entry={entry} file={keptFiles(entry.files)} />
      </Section>
      <FilesPrinted entry={entry} />
      <ReceiptPrinted entry={entry} receipt={receipt} name={name} />
    </Stack>
  );
}
