import { useEffect, useState } from 'react';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Progress } from '#ui/data/progress.tsx';
import { type Step, Steps } from '#ui/navigation/steps.tsx';

type Props = { readonly entry: EntryPage };

const fields = ['nominee', 'title', 'body'] as const;
type Filled = Readonly<Record<(typeof fields)[number], boolean>>;

/** Kinds are chosen beside the nominee, and belong to it. */
export const kindsAsked = ({ choices }: Pick<EntryPage, 'choices'>) =>
  (['nomineeKind', 'nominator'] as const).filter((name) => choices[name].length > 0);

/** As saved. */
export const nomineeSaid = (entry: Pick<EntryPage, 'choices' | 'nominee' | 'nomineeKind' | 'nominator'>): boolean =>
  entry.nominee !== '' && kindsAsked(entry).every((name) => entry[name] !== null);

function readForm(form: HTMLFormElement, kinds: readonly string[]): Filled {
  const data = new FormData(form);
  const filled = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' && value.trim() !== '';
  };
  return { nominee: ['nominee', ...kinds].every(filled), title: filled('title'), body: filled('body') };
}

/** What is written: as saved, and with scripts as it stands in the form. */
function useFilled(entry: EntryPage): Filled {
  const { title, body } = entry;
  const kinds = kindsAsked(entry).join(' ');
  const [filled, setFilled] = useState<Filled>({ nominee: nomineeSaid(entry), title: title !== '', body: body.trim() !== '' });
  useEffect(() => {
    const form = document.getElementById('write');
    if (!(form instanceof HTMLFormElement)) return undefined;
    const read = () => setFilled(readForm(form, kinds.split(' ').filter(Boolean)));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [kinds]);
  return filled;
}

/** Whether what was asked for is still to do: as saved, and with scripts until something is written. */
function useAsked({ asked }: EntryPage): boolean {
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    const form = document.getElementById('write');
    const change = () => setOpen(false);
    form?.addEventListener('input', change);
    return () => form?.removeEventListener('input', change);
  }, []);
  return open;
}

type Count = { readonly done: number; readonly of: number };

/** What is still missing, in a sentence; what was asked of a draft that came back is told last, once all else is there. */
export function useMissing(entry: EntryPage, { done, of }: Count): string {
  const words = useWords().entries.form;
  const asked = useAsked(entry);
  if (asked && done === of) return words.askedStill;
  return words.missing(of - done + Number(asked));
}

/** How far the entry is: what is needed of it in one bar, then each part with a way to it. */
export function HowFar({ entry, count, parts }: Props & { count: Count; parts: readonly Omit<Step, 'stateName'>[] }) {
  const words = useWords().entries.form;
  const cameBack = entry.state === 'returned';
  const isAsked = useAsked(entry);
  const of = count.of + Number(cameBack);
  const done = count.done + Number(cameBack && !isAsked);
  const rules = entry.eligibility && ({ yes: 'done', no: 'due', unknown: 'open' } as const)[entry.eligibility.verdict];
  const steps: readonly Omit<Step, 'stateName'>[] = [
    ...(cameBack ? [{ to: '#asked', text: words.asked, state: isAsked ? ('due' as const) : ('done' as const) }] : []),
    ...(rules === undefined ? [] : [{ to: '#eligibility', text: words.rules, state: rules }]),
    ...parts,
  ];
  return (
    <div className="stack">
      <Progress label={words.missing(of - done)} value={done} max={of} note={words.readyOf(done, of)} />
      <Steps label={words.parts} items={steps.map((step) => ({ ...step, stateName: words.stateNames[step.state] }))} />
    </div>
  );
}

const countFilled = (filled: Filled): Count => ({ done: fields.filter((field) => filled[field]).length, of: fields.length });

/** The same for an entry without a form: one text, and files beside it. */
export function WriteSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const filled = useFilled(entry);
  const needed = (whole: boolean) => (whole ? ('done' as const) : ('due' as const));
  return (
    <HowFar
      entry={entry}
      count={countFilled(filled)}
      parts={[
        { to: '#write-nominee', text: words.who, state: needed(filled.nominee && filled.title) },
        { to: '#write-body', text: words.story, state: needed(filled.body) },
        { to: '#evidence', text: words.evidence, state: entry.files.length > 0 ? 'done' : 'open', note: words.optional },
      ]}
    />
  );
}

/** How many things are missing, for beside the button that submits. */
export function MissingCount({ entry }: Props) {
  return <span className="t-sm soft">{useMissing(entry, countFilled(useFilled(entry)))}</span>;
}
