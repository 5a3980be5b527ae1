import { useWords } from '#shells/words.tsx';
import type { StandInView } from '#slices/people/index.ts';
import { OwnList, OwnThing } from '#ui/data/own-list.tsx';
import { Tag } from '#ui/messages/tag.tsx';

/** Each with the other person, when it was and why. */
export function StandIns({ standIns, none }: { readonly standIns: readonly StandInView[]; readonly none: string }) {
  const { standIns: words, dates } = useWords();
  if (standIns.length === 0) return <p className="soft">{none}</p>;
  return (
    <OwnList>
      {standIns.map(({ id, name, reason, began, ended, open }) => (
        <OwnThing
          key={id}
          name={name}
          note={`${words.span(dates.full(began), dates.full(ended), open)} ${words.because(reason)}`}
          act={open ? <Tag kind="warn">{words.now}</Tag> : undefined}
        />
      ))}
    </OwnList>
  );
}
