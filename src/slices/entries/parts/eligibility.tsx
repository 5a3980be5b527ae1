import type { ShownRules } from '#core/editions/entry-rules.ts';
import { RulesShown } from '#shells/eligibility/rules-shown.tsx';
import { useWords } from '#shells/words.tsx';
import { Fold } from '#ui/data/fold.tsx';

/** Whether what is being written may be sent in: the verdict in sight, and folded below it why, by what was saved. */
export function Eligibility({ of, open }: { of: ShownRules; open: boolean }) {
  const words = useWords().shownRules;
  return (
    <section id="eligibility">
      <Fold summary={words.title} note={words.entrant[of.verdict]} open={open || of.verdict === 'no'}>
        <p className="soft measure t-sm">{words.asSaved}</p>
        <RulesShown of={of} form="write" />
      </Fold>
    </section>
  );
}
