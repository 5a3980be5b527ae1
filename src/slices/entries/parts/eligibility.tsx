import type { ShownRules } from '#core/editions/entry-rules.ts';
import { RulesShown } from '#shells/eligibility/rules-shown.tsx';
import { useWords } from '#shells/words.tsx';

/** Whether what is being written may be sent in, and why, by what was saved. */
export function Eligibility({ of }: { of: ShownRules }) {
  const words = useWords().shownRules;
  return (
    <section className="section stack" id="eligibility">
      <h2 className="h2">{words.title}</h2>
      <p className="soft measure">
        {words.entrant[of.verdict]} {words.asSaved}
      </p>
      <RulesShown of={of} form="write" />
    </section>
  );
}
