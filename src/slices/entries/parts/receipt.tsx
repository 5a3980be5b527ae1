import { KeptFile, keptFiles } from '#shells/files/kept-file.tsx';
import { EntryAnswers } from '#shells/forms/entry-answers.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { TakeOwn } from '#slices/entries/parts/archives/take.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Files } from '#ui/forms/files.tsx';
import { Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Props = {
  readonly entry: Pick<
    EntryPage,
    | 'id'
    | 'nominee'
    | 'body'
    | 'category'
    | 'files'
    | 'form'
    | 'number'
    | 'submittedAt'
    | 'hash'
    | 'state'
    | 'fee'
    | 'tiers'
    | 'division'
    | 'chapter'
    | 'chapters'
  >;
};

/** What it says, as its readers see it. */
export function EntryText({ entry }: Props) {
  const { entries } = useWords();
  const loose = entry.form === undefined ? entry.files : entry.files.filter(({ field }) => field === null);
  return (
    <Stack space="wide">
      <p className="soft">{entries.receipt.about(entry.nominee, entry.category.name)}</p>
      <EntryAnswers entry={entry} file={keptFiles(entry.files)} />
      {loose.length > 0 && (
        <section className="stack-2">
          <h2 className="h3">{entries.receipt.file}</h2>
          <Files>
            {loose.map((file) => (
              <KeptFile key={file.id} file={file} />
            ))}
          </Files>
        </section>
      )}
    </Stack>
  );
}

/** An entry that is in: what was said, when it arrived, and the mark that vouches for it. */
export function EntryReceipt({ entry }: Props) {
  const { category, entries, dates, printing } = useWords();
  const words = entries.receipt;
  const { number, submittedAt, hash, state, fee, tiers, division, chapter, chapters } = entry;
  return (
    <Split>
      <EntryText entry={entry} />
      <Section title={words.title} first>
        <Stack>
          <Facts
            of={[
              { name: words.number, value: number },
              ...(chapter === null
                ? []
                : [{ name: entries.list.chapter, value: chapters.find(({ key }) => key === chapter)?.name ?? chapter }]),
              ...(division ? [{ name: entries.list.division, value: division.name ?? entries.list.divisionOpen }] : []),
              { name: words.arrived, value: submittedAt && dates.exact(submittedAt) },
              ...(fee
                ? [
                    {
                      name: category.fees.title,
                      value: `${category.fees.cost(fee.amount, fee.currency)} (${category.fees.fell(tiers.find(({ key }) => key === fee.tier)?.name ?? fee.tier)})`,
                    },
                  ]
                : []),
              { name: words.state, value: <Tag kind={state === 'ineligible' ? 'bad' : 'ok'}>{entries.states[state]}</Tag> },
              { name: words.hash, value: <code>{hash}</code> },
            ]}
          />
          <p className="t-sm soft">{words.hashText}</p>
          <p>
            <Link to={`/entries/${entry.id}/print`}>{printing.link}</Link>
          </p>
          <TakeOwn entry={entry.id} />
          {(state === 'submitted' || state === 'accepted') && <p className="soft">{words.next[state]}</p>}
        </Stack>
      </Section>
    </Split>
  );
}
