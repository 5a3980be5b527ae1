import { useWords } from '#shells/words.tsx';
import type { IdentityView } from '#slices/people/index.ts';
import { OwnList } from '#ui/data/own-list.tsx';
import { type Ending, OwnEnd } from './own-end.tsx';

/** Who opens this account besides its owner's own mail and password, each with its end. */
export function Identities({ identities, ...ending }: Ending & { readonly identities: readonly IdentityView[] }) {
  const { providers: words, dates } = useWords();
  if (identities.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <OwnList>
      {identities.map(({ id, provider, label, since, used }) => {
        const usage = used === null ? words.neverUsed : words.used(dates.short(used));
        const note = [label, words.since(dates.short(since)), usage].filter((part) => part !== '').join(', ');
        return (
          <OwnEnd key={id} act="disconnect" field="identity" id={id} name={provider} note={note} verb={words.disconnect} {...ending} />
        );
      })}
    </OwnList>
  );
}
