import { useEffect, useState } from 'react';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Ready } from '#ui/data/lists.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { Steps } from '#ui/navigation/steps.tsx';

type Props = { readonly entry: EntryPage };

const fields = ['nominee', 'title', 'body'] as const;
type Filled = Readonly<Record<(typeof fields)[number], boolean>>;

function readForm(form: HTMLFormElement): Filled {
  const data = new FormData(form);
  const filled = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' && value.trim() !== '';
  };
  return { nominee: filled('nominee'), title: filled('title'), body: filled('body') };
}

/** What is written: as saved, and with scripts as it stands in the form. */
function useFilled({ nominee, title, body }: EntryPage): Filled {
  const [filled, setFilled] = useState<Filled>({ nominee: nominee !== '', title: title !== '', body: body.trim() !== '' });
  useEffect(() => {
    const form = document.getElementById('write');
    if (!(form instanceof HTMLFormElement)) return undefined;
    const read = () => setFilled(readForm(form));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, []);
  return filled;
}

/** Whether what was asked for is still to do: as saved, and with scripts until something is written. */
export function useAsked({ asked }: EntryPage): boolean {
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    const form = document.getElementById('write');
    const change = () => setOpen(false);
    form?.addEventListener('input', change);
    return () => form?.removeEventListener('input', change);
  }, []);
  return open;
}

const countFilled = (filled: Filled) => fields.filter((field) => filled[field]).length;

/** The parts of the form and how far each is. */
export function WriteSteps({ entry }: Props) {
  const words = useWords().entries.form;
  const filled = useFilled(entry);
  const step = (to: string, text: string, done: boolean, optional = false) => {
    const state = done ? 'done' : optional ? 'open' : 'due';
    return { to, text, state, stateName: words.stateNames[state] } as const;
  };
  return (
    <Steps
      label={words.parts}
      items={[
        step('#write-nominee', words.who, filled.nominee && filled.title),
        step('#write-body', words.story, filled.body),
        step('#evidence', words.evidence, entry.files.length > 0, true),
        ...(entry.eligibility
          ? [step('#eligibility', words.rules, entry.eligibility.verdict === 'yes', entry.eligibility.verdict === 'unknown')]
          : []),
      ]}
    />
  );
}

export function Readiness({ entry }: Props) {
  const words = useWords().entries.form;
  const filled = useFilled(entry);
  const asked = useAsked(entry);
  const wanted = entry.state === 'returned' ? 1 : 0;
  const [done, all] = [countFilled(filled) + (asked ? 0 : wanted), fields.length + wanted];
  const item = (field: keyof Filled) => {
    const state = filled[field] ? 'done' : 'due';
    return { state, stateName: words.stateNames[state], text: words.items[field] } as const;
  };
  const file = entry.files.length > 0 ? 'done' : 'open';
  return (
    <section className="stack-2">
      <h2 className="h3">{words.ready}</h2>
      <Progress label={words.readyLabel} value={done} max={all} note={words.readyOf(done, all)} />
      <Ready
        items={[
          ...(wanted === 1
            ? [
                {
                  state: asked ? ('due' as const) : ('done' as const),
                  stateName: words.stateNames[asked ? 'due' : 'done'],
                  text: words.items.asked,
                },
              ]
            : []),
          ...fields.map(item),
          { state: file, stateName: words.stateNames[file], text: words.items.file, ...(file === 'open' && { more: words.itemOptional }) },
        ]}
      />
    </section>
  );
}

/** How many things are missing, for beside the button that submits. */
export function MissingCount({ entry }: Props) {
  const words = useWords().entries.form;
  const missing = fields.length - countFilled(useFilled(entry));
  return <span className="t-sm soft">{useAsked(entry) && missing === 0 ? words.askedStill : words.missing(missing)}</span>;
}
