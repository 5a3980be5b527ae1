import { useWords } from '#shells/words.tsx';
import type { Outline } from '#slices/programmes/configuration/outline.ts';
import { Facts } from '#ui/data/facts.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul className="stack-2 t-sm">
      {of.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** What is in an edition that is about to be made, where it comes from, and what in it is only an example. */
export function OutlineView({ outline }: { outline: Outline }) {
  const words = useWords().beginning.preset;
  const { categories, criteria, fields, rules, levels, sources, illustrative } = outline;
  const counts = [words.categories(categories), words.criteria(criteria), words.fields(fields), words.rules(rules)];
  return (
    <Stack>
      <Section title={words.has} first>
        <Lines of={levels.length > 0 ? [...counts, words.levels(levels.join(', '))] : counts} />
      </Section>
      {illustrative.length > 0 && (
        <Section title={words.illustrative}>
          <Lines of={illustrative} />
        </Section>
      )}
      {sources.length > 0 && (
        <Section title={words.sources}>
          <Facts
            long
            of={sources.map((source, at) => ({
              name: String(at + 1),
              value: (
                <a href={source} rel="noreferrer">
                  {source}
                </a>
              ),
            }))}
          />
        </Section>
      )}
    </Stack>
  );
}
