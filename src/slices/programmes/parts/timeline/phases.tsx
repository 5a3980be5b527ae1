import { type ReactNode, useContext } from 'react';
import { useWords } from '#shells/words.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { AboutTimeline, Between, TextIn, WhenField } from './fields.tsx';

type Known = 'nominations' | 'entries' | 'screening' | 'deliberation' | 'announcement' | 'ceremony' | 'feedback';

/** One phase: what it is, and its fields. */
function Phase({ of, children }: { of: Known; children: ReactNode }) {
  const { title, text } = useWords().timelineEditor.phases[of];
  return (
    <fieldset className="period">
      <legend className="h4">{title}</legend>
      <p className="hint">{text}</p>
      {children}
    </fieldset>
  );
}

/** Two clocks: nominations propose, entries compete; linked, only what was nominated may enter. */
export function Clocks() {
  const words = useWords().timelineEditor;
  const { values } = useContext(AboutTimeline);
  return (
    <>
      <Phase of="nominations">
        <Between name="nominations" />
        <TextIn name="nominations.grace" label={words.graceMinutes} hint={words.graceHint} short numeric />
      </Phase>
      <Phase of="entries">
        <Between name="entries" />
        <TextIn name="entries.grace" label={words.graceMinutes} hint={words.graceHint} short numeric />
        <Check
          name="entries.fromNomination"
          label={words.linked}
          hint={words.linkedHint}
          checked={values['entries.fromNomination'] === 'on'}
        />
      </Phase>
      <Phase of="screening">
        <Between name="screening" begins />
      </Phase>
    </>
  );
}

/** What comes after the last mark. */
export function Afterwards() {
  const words = useWords().timelineEditor;
  return (
    <>
      <Phase of="deliberation">
        <Between name="deliberation" begins />
      </Phase>
      <Phase of="announcement">
        <WhenField name="announcement" label={words.at} />
      </Phase>
      <Phase of="ceremony">
        <div className="between">
          <WhenField name="ceremony.at" label={words.at} />
          <TextIn name="ceremony.place" label={words.place} />
        </div>
      </Phase>
      <Phase of="feedback">
        <WhenField name="feedback" label={words.at} />
      </Phase>
    </>
  );
}
