import { createContext, type ReactNode, useContext } from 'react';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { secondOf } from '#slices/programmes/editing/sent.ts';
import type { Drawn } from '#slices/programmes/editing/timeline-axis.ts';
import { Button } from '#ui/actions/button.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';

/** What the fields know of the timeline they are in: what they hold, the instants that means, and what is wrong just now. */
export type About = {
  readonly values: Readonly<Record<string, string>>;
  readonly told: Drawn['told'];
  readonly notes: Drawn['notes'];
  /** By field, once something was tried; undefined before. */
  readonly faults: Readonly<Record<string, string>> | undefined;
};

export const AboutTimeline = createContext<About>({ values: {}, told: {}, notes: [], faults: undefined });

/** What is wrong with a field as it stands now; empty where it was tried and is good, so that an older refusal goes. */
export function useFault(name: string): string | undefined {
  const { faults } = useContext(AboutTimeline);
  return faults && (faults[name] ?? '');
}

/** A day and a time on the programme's clock, with what that is on the reader's. */
export function WhenField({ name, label, optional, hint }: { name: string; label: string; optional?: boolean; hint?: ReactNode }) {
  const { timelineEditor: words, timeline, dates } = useWords();
  const { values, told, notes } = useContext(AboutTimeline);
  const [instant, said] = [told[name], notes.filter(({ path }) => path === name)];
  const twice = values[secondOf(name)] === 'on' || said.some(({ key }) => key === 'twice');
  return (
    <div className="stack-2">
      <DateField
        name={name}
        time
        label={label}
        value={values[name]}
        error={useFault(name)}
        optional={optional ? words.optional : undefined}
        hint={hint ?? (instant === undefined ? undefined : dates.full(instant))}
        note={said.length > 0 ? said.map((note) => timeline.note(note)).join(' ') : undefined}
      />
      {twice && <Check name={secondOf(name)} label={words.second} checked={values[secondOf(name)] === 'on'} />}
    </div>
  );
}

export function TextIn({
  name,
  label,
  hint,
  short,
  numeric,
}: {
  name: string;
  label: string;
  hint?: string;
  short?: boolean;
  numeric?: boolean;
}) {
  const { timelineEditor: words } = useWords();
  const { values } = useContext(AboutTimeline);
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      short={short}
      value={values[name]}
      error={useFault(name)}
      inputMode={numeric ? 'decimal' : undefined}
      optional={numeric || short ? undefined : words.optional}
    />
  );
}

/** From when to when. */
export function Between({ name, begins }: { name: string; begins?: boolean }) {
  const words = useWords().timelineEditor;
  return (
    <div className="between">
      <WhenField name={`${name}.opens`} label={begins ? words.begins : words.opens} />
      <WhenField name={`${name}.closes`} label={begins ? words.ends : words.closes} />
    </div>
  );
}

/** The buttons of a line of a list. Each saves the whole form first, so that nothing written elsewhere is lost. */
export function LineActs({ of, title, first, last }: { of: string; title: string; first?: boolean; last?: boolean }) {
  const words = useWords().timelineEditor;
  const acts = [
    ...(first === false ? [['up', words.up] as const] : []),
    ...(last === false ? [['down', words.down] as const] : []),
    ['drop', words.drop] as const,
  ];
  return (
    <Row>
      {acts.map(([act, text]) => (
        <Button key={act} size="small" kind={act === 'drop' ? 'quiet' : undefined} name="do" value={`${of}.${act}`} more={title}>
          {text}
        </Button>
      ))}
    </Row>
  );
}
