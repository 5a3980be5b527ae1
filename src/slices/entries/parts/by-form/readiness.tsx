import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Answers } from '#core/forms/answer-shapes.ts';
import { completeness } from '#core/forms/completeness.ts';
import { controlName, controlOf, isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { type Item, itemsOf } from '#core/forms/items.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import type { NoteKind } from '#shells/forms/asked-note.tsx';
import { useWords } from '#shells/words.tsx';
import { useAsked } from '#slices/entries/parts/still-asked.ts';
import { type ReadDate, textsIn } from '#slices/entries/parts/together/texts.ts';
import { type Due, DueNow, SubmitAct, type Ways } from '../due.tsx';
import { HowFar, kindsAsked, ToDoCount } from '../readiness.tsx';
import { controlNames, type EntryByForm, useSay } from './names.tsx';

type Props = { readonly entry: EntryByForm };

/** `head`: what of every entry's own is still empty, by the names of its controls. */
type Far = {
  readonly head: readonly string[];
  readonly of: ReturnType<typeof completeness>;
  readonly items: readonly Item[];
};

/** A moment after the last stroke: the whole form is looked at, which no stroke should wait for. */
const quiet = 400;

function farIn(entry: EntryByForm, form: HTMLFormElement, readDate: ReadDate): Far {
  const texts = textsIn(form, readDate);
  const files = fieldsOf(entry.form.form).flatMap(({ field }) =>
    isOfFiles(field) ? [[field.key, entry.form.answers[field.key]] as const] : [],
  );
  const answers = { ...Object.fromEntries(files), ...sentAnswers(entry.form.form, texts) };
  const filled = (name: string) => (texts[name] ?? '').trim() !== '';
  return farBy(
    entry,
    answers,
    headOf(entry).filter((name) => !filled(name)),
  );
}

const headOf = (entry: EntryByForm) => ['nominee', ...kindsAsked(entry), 'title'] as const;

const farBy = ({ form: { form } }: EntryByForm, answers: Answers, head: readonly string[]): Far => ({
  head,
  of: completeness(form, answers),
  items: itemsOf(form, answers, 'submit'),
});

/** How far it is: as saved, and with scripts as it stands in the form. */
function useFar(entry: EntryByForm): Far {
  const { read: readDate } = useWords().dates;
  const [far, setFar] = useState<Far>(() =>
    farBy(
      entry,
      entry.form.answers,
      headOf(entry).filter((name) => (entry[name] ?? '') === ''),
    ),
  );
  useEffect(() => {
    const form = document.getElementById('write');
    if (!(form instanceof HTMLFormElement)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setFar(farIn(entry, form, readDate));
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, quiet);
    };
    read();
    form.addEventListener('input', soon);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', soon);
    };
  }, [entry, readDate]);
  return far;
}

const FarNow = createContext<Far | undefined>(undefined);

/** What is inside is told how far the entry is, which is looked at once for all of it. */
export function WithFar({ entry, children }: Props & { readonly children: ReactNode }) {
  return <FarNow value={useFar(entry)}>{children}</FarNow>;
}

const nothing: Far = { head: [], of: { share: 1, of: 0, done: 0, sections: [] }, items: [] };
const useFarNow = (): Far => useContext(FarNow) ?? nothing;

/** What was asked by name is counted as that, and not a second time as missing. */
function besidesAsked(entry: EntryByForm, { head, items }: Far) {
  const named = (name: string) => entry.asks.all.includes(name);
  const due = items.filter(({ key, due: isDue, problems }) => (isDue || problems.length > 0) && !named(controlName(key)));
  const wrong = due.filter(({ problems }) => problems.length > 0);
  const own = headOf(entry).filter((name) => !named(name));
  const empty = own.filter((name) => head.includes(name));
  return { count: { of: due.length + own.length, done: due.length - wrong.length + own.length - empty.length }, wrong, empty };
}

const whyOf = ({ answered }: Item) => (answered ? ('wrong' as const) : ('missing' as const));

function useWays(entry: EntryByForm): Ways {
  const { entries, finder } = useWords();
  const say = useSay(entry);
  const names: Readonly<Record<string, string>> = {
    ...controlNames(entry, say),
    nominee: entries.form.nominee,
    nomineeKind: entries.form.nomineeKind,
    nominator: finder.asked.nominator,
    title: entries.form.title,
  };
  const files = new Map(
    fieldsOf(entry.form.form).flatMap(({ field }) => (isOfFiles(field) ? [[controlName(field.key), `files-${field.key}`] as const] : [])),
  );
  return { textOf: (name) => names[name] ?? name, files };
}

/** What keeps it from being sent in, each with the way to its field. */
export function FormDue({ entry }: Props) {
  const { wrong, empty } = besidesAsked(entry, useFarNow());
  const missing: Due[] = [
    ...empty.map((name) => ({ name, why: 'missing' as const })),
    ...wrong.map((item) => ({ name: controlOf(entry.form.form, item.problems[0]?.path ?? item.key), why: whyOf(item) })),
  ];
  return <DueNow entry={entry} missing={missing} {...useWays(entry)} />;
}

/** Why each field keeps it from being sent in, for the field to say it itself. */
export function useNotes(entry: EntryByForm): ReadonlyMap<string, NoteKind> {
  const far = useFarNow();
  const { open } = useAsked(entry);
  const told = far.items.flatMap((item): [string, NoteKind][] => {
    if (open.includes(controlName(item.key))) return [[item.key, 'asked']];
    return item.problems.length > 0 ? [[item.key, whyOf(item)]] : [];
  });
  const text = JSON.stringify(told);
  // The same until one of them changes, so that no stroke draws the form again.
  return useMemo(() => new Map(JSON.parse(text) as [string, NoteKind][]), [text]);
}

/** How far it is, part by part of the form. */
export function FormSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const say = useSay(entry);
  const far = useFarNow();
  const { open } = useAsked(entry);
  const { form } = entry.form;
  const among = (section: string, names: readonly string[]) =>
    fieldsOf(form).some(({ field, section: own }) => own.key === section && names.includes(controlName(field.key)));
  const asks = (section: string) => among(section, open);
  const titles = new Map(form.sections.map((section) => [section.key, section.title]));
  const headDone = far.head.length === 0 && !headOf(entry).some((name) => open.includes(name));
  const head = { to: '#write-nominee', text: words.who, state: headDone ? ('done' as const) : ('due' as const) };
  const parts = far.of.sections.map(({ key, of, done, optional }) => {
    const title = titles.get(key);
    const text = title === undefined ? key : say(title);
    if (of > 0 || asks(key)) return { to: `#part-${key}`, text, state: done < of || asks(key) ? ('due' as const) : ('done' as const) };
    return {
      to: `#part-${key}`,
      text,
      state: optional.answered === 0 ? ('open' as const) : ('done' as const),
      note: among(key, entry.asks.all) ? words.askedOfYou : words.optional,
    };
  });
  return <HowFar entry={entry} count={besidesAsked(entry, far).count} parts={[head, ...parts]} />;
}

/** How many things are to do, for beside the button that submits. */
export function FormCount({ entry }: Props) {
  return <ToDoCount entry={entry} count={besidesAsked(entry, useFar(entry)).count} />;
}

export function FormSubmit({ entry }: Props) {
  return <SubmitAct entry={entry} {...useWays(entry)} />;
}
