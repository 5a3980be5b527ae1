import { useWords } from '#shells/words.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Letter = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly relation: string;
  readonly confidential: boolean;
  readonly answer: string;
  readonly at: string | null;
  readonly hash: string;
  /** From somebody who writes the entry themselves. */
  readonly kept: boolean;
};

/** Letters of referees that arrived, with who wrote them and where they are reached. */
export function Letters({ letters }: { letters: readonly Letter[] }) {
  const { letters: all, dates } = useWords();
  const words = all.shown;
  if (letters.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul className="plain-list stack-5">
        {letters.map(({ id, name, email, relation, confidential, answer, at, kept, hash }) => (
          <li key={id} className="stack-2">
            <h3 className="h3">
              <bdi>{name}</bdi>
            </h3>
            <p className="t-sm">
              <bdi className="block">{relation}</bdi>
              <span className="faint">
                <bdi>{email}</bdi>
                {at && ` · ${words.arrived(dates.full(at))}`} · {confidential ? words.confidential : words.open}
              </span>
            </p>
            {kept ? <p className="soft">{words.kept}</p> : <Prose text={answer} />}
            {hash && (
              <p className="faint t-sm">
                {words.hash} <code>{hash}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
