import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Section, Stack } from '#ui/frames/frames.tsx';

type Props = { readonly entry: Pick<EntryPage, 'note'>; readonly at: string };

/** An entry that may not compete: why, in the screener's words, and what its writer can do. */
export function Ineligible({ entry, at }: Props) {
  const { screening, dates } = useWords();
  const words = screening.verdicts.entrant;
  return (
    <Section title={words.title} first>
      <Stack>
        {entry.note.split(/\n{2,}/).map((part) => (
          <p key={part}>
            <bdi>{part}</bdi>
          </p>
        ))}
        <p className="soft">
          {words.text(dates.full(at))} {words.todo}
        </p>
      </Stack>
    </Section>
  );
}
