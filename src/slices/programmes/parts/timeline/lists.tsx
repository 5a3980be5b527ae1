import { type ReactNode, useContext } from 'react';
import { useWords } from '#shells/words.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Check, Select } from '#ui/forms/choice.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { AboutTimeline, Between, LineActs, TextIn, useFault, WhenField } from './fields.tsx';

/** How many lines each list of the timeline has. */
export type Counts = { readonly rounds: number; readonly lateCodes: number; readonly tiers: number };

/** A line of a list: one that is there below its name, a new one behind a fold until somebody writes in it. */
function Line({ name, title, isNew, children }: { name: string; title: string; isNew: boolean; children: ReactNode }) {
  const { values, faults } = useContext(AboutTimeline);
  const written = Object.entries({ ...values, ...faults }).some(
    ([path, text]) => path.startsWith(`${name}.`) && text !== '' && !path.endsWith('.of'),
  );
  const line = (
    <fieldset className="period">
      <legend className={isNew ? 'vh' : 'h4'}>{title}</legend>
      {children}
    </fieldset>
  );
  return isNew ? (
    <Fold summary={title} open={written}>
      {line}
    </Fold>
  ) : (
    line
  );
}

function HandIn({ name, open }: { name: string; open: boolean }) {
  const words = useWords().timelineEditor;
  return (
    <Fold summary={words.handIn} open={open}>
      <div className="stack">
        <p className="hint">{words.handInHint}</p>
        <div className="between">
          <WhenField name={`${name}.opens`} label={words.handInOpens} />
          <WhenField name={`${name}.closes`} label={words.handInCloses} />
        </div>
      </div>
    </Fold>
  );
}

function RoundFields({ at, count }: { at: number; count: number }) {
  const words = useWords().timelineEditor;
  const { values, faults } = useContext(AboutTimeline);
  const name = `rounds.${at}`;
  const isNew = at === count;
  const title = isNew ? words.newRound : words.round(at + 1, values[`${name}.name`] ?? '');
  return (
    <Line name={name} title={title} isNew={isNew}>
      <TextIn name={`${name}.name`} label={words.roundName} />
      <Between name={name} />
      {at > 0 && <Check name={`${name}.parallel`} label={words.parallel} checked={values[`${name}.parallel`] === 'on'} />}
      <HandIn name={`${name}.handIn`} open={Object.keys({ ...values, ...faults }).some((path) => path.startsWith(`${name}.handIn`))} />
      {!isNew && <LineActs of={name} title={title} first={at === 0} last={at === count - 1} />}
    </Line>
  );
}

const upTo = (count: number, most: number): number[] => Array.from({ length: Math.min(count + 1, most) }, (_, at) => at);

export function Rounds({ count }: { count: number }) {
  const words = useWords().timelineEditor;
  return (
    <Section title={words.rounds}>
      <p className="hint">{count > 1 ? `${words.roundsLead} ${words.takesPlace}` : words.roundsLead}</p>
      {upTo(count, 20).map((at) => (
        <RoundFields key={at} at={at} count={count} />
      ))}
    </Section>
  );
}

function LateCode({ at, isNew }: { at: number; isNew: boolean }) {
  const { timelineEditor: words, timeline } = useWords();
  const { values } = useContext(AboutTimeline);
  const name = `lateCodes.${at}`;
  const title = isNew ? words.newLate : words.late(values[`${name}.key`] ?? '');
  return (
    <Line name={name} title={title} isNew={isNew}>
      {isNew && <TextIn name={`${name}.key`} label={words.lateName} />}
      <Select
        name={`${name}.of`}
        label={words.lateOf}
        value={values[`${name}.of`] ?? 'entries'}
        error={useFault(`${name}.of`)}
        options={(['entries', 'nominations'] as const).map((value) => ({ value, label: timeline.phases[value] }))}
      />
      <div className="between">
        <WhenField name={`${name}.until`} label={words.lateUntil} />
        <WhenField name={`${name}.expires`} label={words.lateExpires} optional />
      </div>
      <TextIn name={`${name}.uses`} label={words.lateUses} hint={words.lateUsesHint} short numeric />
      {!isNew && <LineActs of={name} title={title} />}
    </Line>
  );
}

export function LateCodes({ count }: { count: number }) {
  const words = useWords().timelineEditor;
  return (
    <Section title={words.lateCodes}>
      <p className="hint">{words.lateLead}</p>
      {upTo(count, 50).map((at) => (
        <LateCode key={at} at={at} isNew={at === count} />
      ))}
    </Section>
  );
}

function Tier({ at, isNew }: { at: number; isNew: boolean }) {
  const words = useWords().timelineEditor;
  const { values } = useContext(AboutTimeline);
  const name = `fees.tiers.${at}`;
  const title = isNew ? words.newTier : words.tier1(at + 1, values[`${name}.name`] ?? '');
  return (
    <Line name={name} title={title} isNew={isNew}>
      <TextIn name={`${name}.name`} label={words.tierName} />
      <div className="between">
        <TextIn name={`${name}.amount`} label={words.amount} short numeric />
        <WhenField name={`${name}.until`} label={words.tierUntil} optional />
      </div>
      {!isNew && <LineActs of={name} title={title} />}
    </Line>
  );
}

export function Tiers({ count }: { count: number }) {
  const words = useWords().timelineEditor;
  return (
    <Section title={words.fees}>
      <p className="hint">
        {words.feesLead} {words.tierUntilHint}
      </p>
      <TextIn name="fees.currency" label={words.currency} hint={words.currencyHint} short />
      {upTo(count, 20).map((at) => (
        <Tier key={at} at={at} isNew={at === count} />
      ))}
    </Section>
  );
}
