import type { Stated } from '#core/categories/entering/stated.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { KeptFile, type ShownFile } from '#shells/files/kept-file.tsx';
import { useWords } from '#shells/words.tsx';
import type { putInShown } from '#slices/entries/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Files } from '#ui/forms/files.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

/** What lies beside the text, or that nothing does. */
export function EntryFile({ files }: { files: readonly ShownFile[] }) {
  const { entries, screening } = useWords();
  return (
    <section className="stack-2">
      <h2 className="h3">{entries.receipt.file}</h2>
      {files.length === 0 ? (
        <p className="soft">{screening.entry.noFile}</p>
      ) : (
        <Files>
          {files.map((file) => (
            <KeptFile key={file.id} file={file} />
          ))}
        </Files>
      )}
    </section>
  );
}

type View = Stated & {
  readonly id: string;
  readonly fee: { readonly tier: string; readonly amount: number; readonly currency: string } | null;
  readonly number: string | null;
  readonly category: { readonly name: string };
  /** Undefined where its edition has none. */
  readonly chapter: { readonly name: string } | undefined;
  readonly division: { readonly name: string | null } | undefined;
  readonly owner: { readonly name: string; readonly email: string };
  readonly submittedAt: string | null;
  /** After entries had closed to others. */
  readonly late: boolean;
  /** The version of the edition it was submitted under. */
  readonly rules: number | null;
  readonly state: EntryState;
  readonly putIn: Awaited<ReturnType<typeof putInShown>>;
  readonly mayChange: boolean;
  /** Whether the reader screens it and has nothing else to do with it. */
  readonly screensOnly: boolean;
  readonly edition: { readonly slug: string; readonly programmeSlug: string };
};

/** Everything of it as one file: it is noted who takes it, so it is asked for. */
function Take({ entry }: { entry: string }) {
  const words = useWords().archives;
  return (
    <Form act="take" to={`/manage/entries/${entry}/everything.zip`}>
      <Stack>
        <Button size="small">{words.take}</Button>
        <p className="t-sm soft">{words.ofEntry}</p>
      </Stack>
    </Form>
  );
}

/** To the other pages about it, for those who do more than screen it. */
function Ways({ view }: { view: View }) {
  const { items, printing, threads, writers } = useWords();
  return (
    <p className="gap-t">
      <Link to={`/manage/entries/${view.id}/print`}>{printing.link}</Link>
      {' · '}
      <Link to={`/manage/entries/${view.id}/questions`}>{threads.link}</Link>
      {view.state !== 'draft' && (
        <>
          {' · '}
          <Link to={`/manage/entries/${view.id}/owner`}>{writers.handing.link}</Link>
          {' · '}
          <Link
            to={`/manage/${view.edition.programmeSlug}/${view.edition.slug}/entries/items?number=${encodeURIComponent(view.number ?? '')}`}
          >
            {items.title}
          </Link>
        </>
      )}
    </p>
  );
}

/** Number, category, writer and instant of one entry. */
export function EntryFacts({ view }: { view: View }) {
  const { category, entries, dates, finder, importing } = useWords();
  const words = entries.list;
  const { fee } = view;
  return (
    <Section title={entries.receipt.title}>
      <Facts
        of={[
          { name: words.number, value: view.number },
          { name: words.category, value: view.category.name },
          ...(view.chapter ? [{ name: words.chapter, value: view.chapter.name || words.noChapter }] : []),
          ...(view.division ? [{ name: words.division, value: view.division.name ?? words.divisionOpen }] : []),
          ...(view.nomineeKind ? [{ name: words.nomineeKind, value: finder.nominee[view.nomineeKind] }] : []),
          ...(view.nominator ? [{ name: words.nominator, value: finder.nominator[view.nominator] }] : []),
          { name: words.writer, value: `${view.owner.name}, ${view.owner.email}` },
          { name: words.arrived, value: view.submittedAt && words.arrivedAt(dates.exact(view.submittedAt), view.late) },
          ...(view.putIn
            ? [{ name: importing.putIn, value: importing.putInBy(view.putIn.by, dates.full(view.putIn.at), view.putIn.reference) }]
            : []),
          ...(view.putIn?.received ? [{ name: importing.received, value: dates.full(view.putIn.received) }] : []),
          ...(fee ? [{ name: words.fee, value: words.feeOf(category.fees.cost(fee.amount, fee.currency), fee.tier) }] : []),
          ...(view.rules === null ? [] : [{ name: words.rules, value: words.rulesVersion(view.rules) }]),
          ...(view.state === 'draft' ? [] : [{ name: words.state, value: words.states[view.state] }]),
        ]}
      />
      {!view.screensOnly && <Ways view={view} />}
      {view.mayChange && !view.screensOnly && view.state !== 'draft' && (
        <div className="gap-t">
          <Take entry={view.id} />
        </div>
      )}
    </Section>
  );
}
