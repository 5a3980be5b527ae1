import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { Shown } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import type { Drawn } from '#slices/programmes/editing/timeline-axis.ts';
import type { Tried } from '#slices/programmes/editing/timeline-check.ts';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Dock, Section } from '#ui/frames/frames.tsx';
import { TimelineAxis } from './axis.tsx';
import { AboutTimeline } from './fields.tsx';
import { type Counts, LateCodes, Rounds, Tiers } from './lists.tsx';
import { Afterwards, Clocks } from './phases.tsx';
import './timeline.css';

type Props = {
  readonly values: Readonly<Record<string, string>>;
  readonly counts: Counts;
  readonly drawn: Drawn;
  readonly version: number;
  readonly here: string;
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
};

/** So long after the last key somebody is taken to have written a time to its end. */
const pause = 500;

/** Tries what stands in the form whenever it changes: the reasons stand at the fields, and the axis is drawn anew. */
function useTrying(here: string) {
  const fetcher = useFetcher<Shown<Tried>>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const action = useHref(here);
  const onChange = (event: { target: EventTarget }) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.form) return;
    const { form } = target;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const fields = new FormData(form);
      fields.set('_act', 'check');
      void fetcher.submit(fields, { method: 'post', action });
    }, pause);
  };
  return { tried: fetcher.data && 'shown' in fetcher.data ? fetcher.data.shown.found : undefined, onChange };
}

/** What the refused fields are called, each with what it belongs to. */
function useNames(refusal: Refusal | undefined): Record<string, string> {
  const words = useWords().timelineEditor;
  const owners: Readonly<Record<string, (at: number) => string>> = {
    rounds: (at) => words.round(at + 1, ''),
    lateCodes: () => words.lateCodes,
    fees: () => words.fees,
  };
  const labels: Readonly<Record<string, string>> = {
    opens: words.opens,
    closes: words.closes,
    grace: words.graceMinutes,
    at: words.at,
    place: words.place,
    name: words.roundName,
    key: words.lateName,
    of: words.lateOf,
    expires: words.lateExpires,
    uses: words.lateUses,
    until: words.lateUntil,
    amount: words.amount,
    currency: words.currency,
  };
  const nameOf = (path: string): string => {
    const [first = '', at] = path.split('.');
    const phase = Object.hasOwn(words.phases, first) ? words.phases[first as keyof typeof words.phases].title : undefined;
    const owner = phase ?? owners[first]?.(Number(at)) ?? words.title;
    const label = labels[path.split('.').at(-1) ?? ''];
    return label === undefined ? owner : words.named(owner, label);
  };
  return Object.fromEntries((refusal?.problem.fields ?? []).map(({ path }) => [path, nameOf(path)]));
}

/** The axis, and below it every phase; what is tried is not saved before the button is pressed. */
export function TimelineForm({ values, counts, drawn, version, here, mayChange, refusal }: Props) {
  const words = useWords().timelineEditor;
  const names = useNames(refusal);
  const { tried, onChange } = useTrying(here);
  const shown = tried?.drawn ?? drawn;
  const faults = tried?.faults;
  const wrong = faults && Object.keys(faults).length;
  const about = { values: refusal?.values ?? values, told: shown.told, notes: shown.notes, faults };
  return (
    <>
      <Section title={words.axis} first>
        <TimelineAxis axis={shown.axis} />
      </Section>
      {mayChange && (
        <div onChange={onChange}>
          <Form act="change" refusal={refusal} names={names}>
            {/* What the Enter key presses is the first button of a form. */}
            <button type="submit" className="vh" tabIndex={-1} aria-hidden>
              {words.save}
            </button>
            <AboutTimeline value={about}>
              <Clocks />
              <Rounds count={counts.rounds} />
              <Section title={words.after}>
                <Afterwards />
              </Section>
              <LateCodes count={counts.lateCodes} />
              <Tiers count={counts.tiers} />
            </AboutTimeline>
            <Dock
              text={
                <span role="status">{wrong === undefined ? words.unsaved : wrong === 0 ? words.possible : words.impossible(wrong)}</span>
              }
            >
              <Button kind="main">{words.save}</Button>
            </Dock>
            <input type="hidden" name="version" value={version} />
          </Form>
        </div>
      )}
    </>
  );
}
