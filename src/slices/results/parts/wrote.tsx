import { useWords } from '#shells/words.tsx';
import type { Standings } from '#slices/results/index.ts';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section } from '#ui/frames/frames.tsx';

/** What the judges of one entry wrote, ballot by ballot. */
export function WrotePart({ wrote }: { wrote: NonNullable<Standings['wrote']> }) {
  const words = useWords().results.board.wrote;
  return (
    <div id="wrote">
      <Section title={words.title(wrote.title)} aside={words.aside}>
        {wrote.ballots.length === 0 && <p className="soft">{words.none}</p>}
        <div className="stack-5">
          {wrote.ballots.map(({ judge, comment, beside }) => (
            <article className="stack-2" key={judge}>
              <h3 className="h4">
                <bdi>{judge}</bdi>
              </h3>
              {comment !== '' && <Prose text={comment} />}
              {beside.map(({ criterion, text }) => (
                <div key={criterion}>
                  <h4 className="t-sm soft strong">
                    <bdi>{criterion}</bdi>
                  </h4>
                  <Prose text={text} />
                </div>
              ))}
            </article>
          ))}
        </div>
      </Section>
    </div>
  );
}
