import { useEffect, useState } from 'react';
import { completeness } from '#core/forms/completeness.ts';
import { isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { useWords } from '#shells/words.tsx';
import { HowFar, kindsAsked, nomineeSaid, useMissing } from '../readiness.tsx';
import { type EntryByForm, useSay } from './fields.tsx';

type Props = { readonly entry: EntryByForm };

type Far = { readonly title: boolean; readonly nominee: boolean; readonly of: ReturnType<typeof completeness> };

type ReadDate = (text: string) => string | undefined;

/** A moment after the last stroke: the whole form is looked at, which no stroke should wait for. */
const quiet = 400;

function textsOf(form: HTMLFormElement, readDate: ReadDate): Record<string, string> {
  const data = new FormData(form);
  const dated = new Set(data.getAll('_date'));
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => [
      name,
      data
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .map((text) => (dated.has(name) ? (readDate(text) ?? text) : text))
        .join('\n'),
    ]),
  );
}

function farIn(entry: EntryByForm, form: HTMLFormElement, readDate: ReadDate): Far {
  const texts = textsOf(form, readDate);
  const files = fieldsOf(entry.form.form).flatMap(({ field }) =>
    isOfFiles(field) ? [[field.key, entry.form.answers[field.key]] as const] : [],
  );
  const answers = { ...Object.fromEntries(files), ...sentAnswers(entry.form.form, texts) };
  const filled = (name: string) => (texts[name] ?? '').trim() !== '';
  return { title: filled('title'), nominee: ['nominee', ...kindsAsked(entry)].every(filled), of: completeness(entry.form.form, answers) };
}

/** How far it is: as saved, and with scripts as it stands in the form. */
function useFar(entry: EntryByForm): Far {
  const { read: readDate } = useWords().dates;
  const [far, setFar] = useState<Far>(() => ({
    title: entry.title !== '',
    nominee: nomineeSaid(entry),
    of: completeness(entry.form.form, entry.form.answers),
  }));
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

const count = ({ title, nominee, of }: Far) => ({ done: of.done + Number(title) + Number(nominee), of: of.of + 2 });

/** How far it is, part by part of the form. */
export function FormSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const say = useSay(entry);
  const far = useFar(entry);
  const titles = new Map(entry.form.form.sections.map((section) => [section.key, section.title]));
  const head = { to: '#write-nominee', text: words.who, state: far.title && far.nominee ? ('done' as const) : ('due' as const) };
  const parts = far.of.sections.map(({ key, of, done, optional }) => {
    const title = titles.get(key);
    const text = title === undefined ? key : say(title);
    if (of > 0) return { to: `#part-${key}`, text, state: done < of ? ('due' as const) : ('done' as const) };
    return { to: `#part-${key}`, text, state: optional.answered === 0 ? ('open' as const) : ('done' as const), note: words.optional };
  });
  return <HowFar entry={entry} count={count(far)} parts={[head, ...parts]} />;
}

/** How many things are missing, for beside the button that submits. */
export function FormMissing({ entry }: Props) {
  return <span className="t-sm soft">{useMissing(entry, count(useFar(entry)))}</span>;
}
