import { useEffect, useState } from 'react';
import { completeness } from '#core/forms/completeness.ts';
import { isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { useWords } from '#shells/words.tsx';
import { Ready } from '#ui/data/lists.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { Steps } from '#ui/navigation/steps.tsx';
import { useAsked } from '../readiness.tsx';
import { type EntryByForm, useSay } from './fields.tsx';

type Props = { readonly entry: EntryByForm };

type Far = { readonly title: boolean; readonly nominee: boolean; readonly of: ReturnType<typeof completeness> };

/** A moment after the last stroke: the whole form is looked at, which no stroke should wait for. */
const quiet = 400;

function textsOf(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => [
      name,
      data
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .join('\n'),
    ]),
  );
}

function farIn(entry: EntryByForm, form: HTMLFormElement): Far {
  const texts = textsOf(form);
  const files = fieldsOf(entry.form.form).flatMap(({ field }) =>
    isOfFiles(field) ? [[field.key, entry.form.answers[field.key]] as const] : [],
  );
  const answers = { ...Object.fromEntries(files), ...sentAnswers(entry.form.form, texts) };
  const filled = (name: string) => (texts[name] ?? '').trim() !== '';
  return { title: filled('title'), nominee: filled('nominee'), of: completeness(entry.form.form, answers) };
}

/** How far it is: as saved, and with scripts as it stands in the form. */
function useFar(entry: EntryByForm): Far {
  const [far, setFar] = useState<Far>(() => ({
    title: entry.title !== '',
    nominee: entry.nominee !== '',
    of: completeness(entry.form.form, entry.form.answers),
  }));
  useEffect(() => {
    const form = document.getElementById('write');
    if (!(form instanceof HTMLFormElement)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setFar(farIn(entry, form));
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
  }, [entry]);
  return far;
}

const count = ({ title, nominee, of }: Far) => ({ done: of.done + Number(title) + Number(nominee), of: of.of + 2 });

/** The parts of the form and how far each is. */
export function FormSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const say = useSay(entry);
  const far = useFar(entry);
  const titles = new Map(entry.form.form.sections.map((section) => [section.key, section.title]));
  const step = (to: string, text: string, state: 'done' | 'due' | 'open') => ({ to, text, state, stateName: words.stateNames[state] });
  const parts = far.of.sections.map(({ key, of, done, optional }) => {
    const title = titles.get(key);
    const open = of === 0 && optional.answered === 0;
    return step(`#part-${key}`, title === undefined ? key : say(title), done < of ? 'due' : open ? 'open' : 'done');
  });
  return <Steps label={words.parts} items={[step('#write-nominee', words.who, far.title && far.nominee ? 'done' : 'due'), ...parts]} />;
}

export function FormReadiness({ entry }: Props) {
  const words = useWords().entries.form;
  const say = useSay(entry);
  const far = useFar(entry);
  const { done, of } = count(far);
  const titles = new Map(entry.form.form.sections.map((section) => [section.key, section.title]));
  const item = (text: string, whole: boolean) => {
    const state = whole ? 'done' : 'due';
    return { state, stateName: words.stateNames[state], text } as const;
  };
  const sections = far.of.sections.filter((section) => section.of > 0);
  return (
    <section className="stack-2">
      <h2 className="h3">{words.ready}</h2>
      <Progress label={words.readyLabel} value={done} max={of} note={words.readyOf(done, of)} />
      <Ready
        items={[
          item(words.items.nominee, far.nominee),
          item(words.items.title, far.title),
          ...sections.map((section) => {
            const title = titles.get(section.key);
            const whole = section.done === section.of;
            return {
              ...item(title === undefined ? section.key : say(title), whole),
              ...(!whole && { more: words.readyOf(section.done, section.of) }),
            };
          }),
        ]}
      />
    </section>
  );
}

/** How many things are missing, for beside the button that submits. */
export function FormMissing({ entry }: Props) {
  const words = useWords().entries.form;
  const { done, of } = count(useFar(entry));
  return <span className="t-sm soft">{useAsked(entry) && done === of ? words.askedStill : words.missing(of - done)}</span>;
}
