import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Prose } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** That it is in another category now: since when, and why. */
export function MovedNotice({ moved: { from, to, reason, at, aside } }: { moved: NonNullable<EntryPage['moved']> }) {
  const { screening, dates } = useWords();
  const words = screening.moving.writer;
  return (
    <Notice kind="info" lead={words.lead(from, to)}>
      <p>{words.text(dates.full(at), aside)}</p>
      <Prose text={reason} />
    </Notice>
  );
}
