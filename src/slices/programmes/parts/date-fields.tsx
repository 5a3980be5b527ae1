import { useWords } from '#shells/words.tsx';
import type { ToldDates } from '#slices/programmes/edition.ts';
import { TextField } from '#ui/forms/text-field.tsx';

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
      <TextField name="entriesOpenAt" type="datetime-local" label={words.opens} value={wall(dates?.opens)} />
      <TextField name="entriesCloseAt" type="datetime-local" label={words.closes} hint={words.closesHint} value={wall(dates?.closes)} />
      <TextField
        name="judgingCloseAt"
        type="datetime-local"
        label={words.judgingCloses}
        hint={words.judgingHint}
        value={wall(dates?.judgingCloses)}
      />
    </>
  );
}
