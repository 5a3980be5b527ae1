import type { Untranslated } from '#core/editions/translating/translations.ts';
import { useWords } from '#shells/words.tsx';
import { Table } from '#ui/data/table.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

/** What a page lists before it says how much more there is. */
export const mostUntranslated = 200;

type Props = { readonly of: { readonly languages: readonly string[]; readonly count: number; readonly texts: readonly Untranslated[] } };

/** The texts that are not there in every language, by their place; nothing where there is one language. */
export function UntranslatedTexts({ of: { languages, count, texts } }: Props) {
  const words = useWords().languages;
  if (languages.length < 2) return null;
  return (
    <div id="languages">
      <Section title={words.missing}>
        <Stack>
          <p className="soft measure">{words.missingText(languages.join(', '))}</p>
          <p>{words.count(count)}</p>
          {texts.length > 0 && (
            <Table
              caption={words.missing}
              columns={[
                { id: 'part', head: words.part, cell: ({ part }) => words.parts[part] },
                { id: 'path', head: words.place, cell: ({ path }) => <code>{path}</code>, names: true, wide: true },
                { id: 'languages', head: words.lacks, cell: (text) => text.languages.join(', ') },
              ]}
              rows={texts}
              keyOf={({ part, path }) => `${part} ${path}`}
              tight
            />
          )}
          {count > texts.length && <p className="soft t-sm">{words.more(count - texts.length)}</p>}
        </Stack>
      </Section>
    </div>
  );
}
