import type { Award } from '#core/awarding/shape.ts';
import { useWords } from '#shells/words.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Section } from '#ui/frames/frames.tsx';

/** The levels of an edition on its home, and the way to where they are written. */
export function LevelsPart({ levels, here, mayChange }: { levels: Award['levels']; here: string; mayChange: boolean }) {
  const { awardEditor: words, awardRules } = useWords();
  return (
    <Section title={words.title}>
      <div className="stack-2">
        {levels.length === 0 && <p className="soft">{words.noLevels}</p>}
        {levels.map((level) => (
          <p key={level.level}>{awardRules.level(level)}</p>
        ))}
      </div>
      <p className="gap-t">
        <ButtonLink to={`${here}/award`}>{mayChange ? words.change : words.see}</ButtonLink>
      </p>
    </Section>
  );
}
