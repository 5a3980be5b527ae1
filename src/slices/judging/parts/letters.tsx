import { useWords } from '#shells/words.tsx';
import { Prose } from '#ui/frames/editorial.tsx';

type Letter = { readonly id: string; readonly name: string; readonly relation: string; readonly answer: string };

/** Letters of referees that arrived, each with a name and who that is to the nominee. */
export function Letters({ letters }: { letters: readonly Letter[] }) {
  const words = useWords().letters.shown;
  if (letters.length === 0) return null;
  return (
    <section className="section" aria-labelledby="letters">
      <h2 className="h3" id="letters">
        {words.title}
      </h2>
      <ul className="plain-list stack-5">
        {letters.map(({ id, name, relation, answer }) => (
          <li key={id} className="stack-2">
            <h3 className="strong">
              <bdi>{name}</bdi>
            </h3>
            <p className="soft t-sm">
              <bdi>{relation}</bdi>
            </p>
            <Prose text={answer} />
          </li>
        ))}
      </ul>
    </section>
  );
}
