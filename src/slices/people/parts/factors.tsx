import { useWords } from '#shells/words.tsx';
import type { FactorView } from '#slices/people/index.ts';
import { OwnList } from '#ui/data/own-list.tsx';
import { type Ending, OwnEnd } from './own-end.tsx';

/** What is asked for when somebody signs in. */
export function Factors({ factors, ...ending }: Ending & { readonly factors: readonly FactorView[] }) {
  const { factors: words, dates } = useWords();
  if (factors.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <OwnList>
      {factors.map(({ id, kind, name, since, used }) => {
        const usage = used === null ? words.neverUsed : words.used(dates.short(used));
        const note = `${words.kind[kind]}, ${words.since(dates.short(since))}, ${usage}`;
        return <OwnEnd key={id} act="remove" field="factor" id={id} name={name} note={note} verb={words.remove} {...ending} />;
      })}
    </OwnList>
  );
}
