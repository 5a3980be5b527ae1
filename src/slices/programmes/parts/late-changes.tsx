import { useWords } from '#shells/words.tsx';
import type { LateChange } from '#slices/programmes/configuration/history.ts';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Differences } from './differences.tsx';

type ToldChange = Omit<LateChange, 'at'> & { readonly at: string };

/** Everything that changed after entries opened, newest first, each with its day and its reason. */
export function LateChanges({ of }: { of: readonly ToldChange[] }) {
  const { configuration: words, dates } = useWords();
  if (of.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <Stack space="wide">
      {of.map(({ id, at, because, changes, more }) => (
        <Section key={id} title={dates.day(at)} level={3} first>
          <Stack>
            <p>
              <bdi>{because === null ? words.noReason : words.reason(because)}</bdi>
            </p>
            <Differences of={changes} />
            {more > 0 && <p className="soft t-sm">{words.more(more)}</p>}
          </Stack>
        </Section>
      ))}
    </Stack>
  );
}
