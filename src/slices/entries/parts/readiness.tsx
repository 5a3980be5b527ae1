import { useEffect, useState } from 'react';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { useAsked } from '#slices/entries/parts/still-asked.ts';
import { Progress } from '#ui/data/progress.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { type Step, Steps } from '#ui/navigation/steps.tsx';
import { type Due, DueNow, SubmitAct, type Ways } from './due.tsx';

type Props = { readonly entry: EntryPage };

const fields = ['nominee', 'title', 'body'] as const;
type Filled = Readonly<Record<(typeof fields)[number], boolean>>;

/** Kinds are chosen beside the nominee, and belong to it. */
export const kindsAsked = ({ choices }: Pick<EntryPage, 'choices'>) =>
  (['nomineeKind', 'nominator'] as const).filter((name) => choices[name].length > 0);

/** As saved. */
const nomineeSaid = (entry: Pick<EntryPage, 'choices' | 'nominee' | 'nomineeKind' | 'nominator'>): boolean =>
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

type Count = { readonly done: number; readonly of: number };

/** What is still to do, in a sentence: what was asked of one that came back, and what is missing. */
function useToDo(entry: EntryPage, { done, of }: Count): { readonly n: number; readonly says: string } {
  const words = useWords().entries.form;
  const n = of - done + useAsked(entry).left;
  return { n, says: entry.state === 'returned' ? words.toDo(n) : words.missing(n) };
}

/** The same beside the button that submits, with a sign of it. */
export function ToDoCount({ entry, count }: Props & { count: Count }) {
  const { n, says } = useToDo(entry, count);
  return (
    <span className={n === 0 ? 'save' : 'save save--due'}>
      <Icon is={n === 0 ? 'check' : 'target'} />
      {says}
    </span>
  );
}

/** How far the entry is: what is needed of it in one bar, or of one that came back what is to be mended of it, then each part with a way to it. */
export function HowFar({ entry, count, parts }: Props & { count: Count; parts: readonly Omit<Step, 'stateName'>[] }) {
  const words = useWords().entries.form;
  const asked = useAsked(entry);
  const { n, says } = useToDo(entry, count);
  const cameBack = entry.state === 'returned';
  const of = cameBack ? asked.of + count.of - count.done : count.of;
  const note = cameBack ? words.mendedOf(of - n, of) : words.readyOf(of - n, of);
  const rules = entry.eligibility && ({ yes: 'done', no: 'due', unknown: 'open' } as const)[entry.eligibility.verdict];
  const steps: readonly Omit<Step, 'stateName'>[] = [
    ...(asked.of === 0 ? [] : [{ to: '#asked', text: words.asked, state: asked.left > 0 ? ('due' as const) : ('done' as const) }]),
    ...(rules === undefined ? [] : [{ to: '#eligibility', text: words.rules, state: rules }]),
    ...parts,
  ];
  return (
    <div className="stack">
      <Progress label={says} value={of - n} max={of} note={note} />
      <Steps label={words.parts} items={steps.map((step) => ({ ...step, stateName: words.stateNames[step.state] }))} />
    </div>
  );
}

/** What of the three is to do beside what was asked by name. */
function besidesAsked(entry: EntryPage, filled: Filled): { readonly count: Count; readonly missing: readonly Due[] } {
  const own = fields.filter((field) => !entry.asks.all.includes(field));
  const missing = own.filter((field) => !filled[field]);
  return { count: { of: own.length, done: own.length - missing.length }, missing: missing.map((name) => ({ name, why: 'missing' })) };
}

const filesBeside = new Map([['file', 'evidence']]);

/** The same for an entry without a form: one text, and files beside it. */
export function WriteDue({ entry }: Props) {
  const { missing } = besidesAsked(entry, useFilled(entry));
  return <DueNow entry={entry} missing={missing} {...useOwnWays()} />;
}

function useOwnWays(): Ways {
  const words = useWords().entries.form;
  const texts: Readonly<Record<string, string>> = { nominee: words.nominee, title: words.title, body: words.body, file: words.evidence };
  return { textOf: (name) => texts[name] ?? name, files: filesBeside };
}

export function WriteSubmit({ entry }: Props) {
  return <SubmitAct entry={entry} {...useOwnWays()} />;
}

export function WriteSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const filled = useFilled(entry);
  const { open } = useAsked(entry);
  const stateOf = (whole: boolean, ...parts: readonly string[]) =>
    whole && !parts.some((part) => open.includes(part)) ? ('done' as const) : ('due' as const);
  const files = entry.files.length > 0 ? ('done' as const) : ('open' as const);
  const fileNote = entry.asks.all.includes('file') ? words.askedOfYou : words.optional;
  return (
    <HowFar
      entry={entry}
      count={besidesAsked(entry, filled).count}
      parts={[
        { to: '#write-nominee', text: words.who, state: stateOf(filled.nominee && filled.title, 'nominee', 'title') },
        { to: '#write-body', text: words.story, state: stateOf(filled.body, 'body') },
        { to: '#evidence', text: words.evidence, state: open.includes('file') ? 'due' : files, note: fileNote },
      ]}
    />
  );
}

/** How many things are to do, for beside the button that submits. */
export function WriteCount({ entry }: Props) {
  return <ToDoCount entry={entry} count={besidesAsked(entry, useFilled(entry)).count} />;
}
