import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldDates } from '#slices/programmes/edition.ts';

/** The wall time of an RFC 9557 text, as the browser's own control takes it; with its seconds when a phase was ended within a minute. */
export const wall = (text: string | undefined) => text?.slice(0, text.slice(16, 19) === ':00' ? 16 : 19);

type Names = { readonly opens: string; readonly closes: string; readonly judgingCloses: string };

/** What the fields are called, for the summary of their form. */
export function dateNames({ opens, closes, judgingCloses }: Names): Record<string, string> {
  return { entriesOpenAt: opens, entriesCloseAt: closes, judgingCloseAt: judgingCloses };
}

export function DateFields({ dates }: { dates?: ToldDates }) {
  const words = useWords().manage.edition;
  return (
    <>
      <DateField name="entriesOpenAt" time label={words.opens} value={wall(dates?.opens)} />
      <DateField name="entriesCloseAt" time label={words.closes} hint={words.closesHint} value={wall(dates?.closes)} />
      <DateField name="judgingCloseAt" time label={words.judgingCloses} hint={words.judgingHint} value={wall(dates?.judgingCloses)} />
    </>
  );
}
