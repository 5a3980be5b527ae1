import { VersionChanges } from '#shells/forms/version-changes.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';

/** Until when, by the programme's clock and by the reader's. */
function Until({ instant }: { instant: string }) {
  const { entries } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  return zone === undefined ? <YourTime instant={instant} say={entries.form.yourTime} /> : null;
}

/** On the page of what stands: the way to its next version. */
export function OpenAgain({ again }: { again: NonNullable<EntryPage['again']> }) {
  const { reopening, dates } = useWords();
  const words = reopening.writer;
  return (
    <Notice kind="warn" lead={words.lead}>
      <p>
        {words.text(dates.exact(again.until))} <Until instant={again.until} />
      </p>
      <Prose text={again.reason} />
      <ButtonLink to={`/entries/${again.draft}`}>{words.go}</ButtonLink>
    </Notice>
  );
}

/** On the page of a next version: why there is one, what it changes, and what stands meanwhile. */
export function NextVersion({ next }: { next: NonNullable<EntryPage['next']> }) {
  const { reopening, dates } = useWords();
  const words = reopening.writer;
  return (
    <Notice kind={next.open ? 'warn' : 'info'} lead={words.next}>
      <p>
        {next.open ? (
          <>
            {words.text(dates.exact(next.until))} <Until instant={next.until} /> {words.nextText}
          </>
        ) : (
          words.nextOver
        )}
      </p>
      <Prose text={next.reason} />
      {next.changes.count === 0 ? (
        <p className="soft">{words.changed(0)}</p>
      ) : (
        <Fold summary={words.changed(next.changes.count)}>
          <VersionChanges of={next.changes} />
        </Fold>
      )}
      <Link to={`/entries/${next.of}`}>{words.standing}</Link>
    </Notice>
  );
}
