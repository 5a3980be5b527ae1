import { suggested } from '#core/dry-run/suggested.ts';
import { useWords } from '#shells/words.tsx';
import type { DryRunPage } from '#slices/programmes/dry-run/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Split } from '#ui/frames/frames.tsx';

const figures = ['entries', 'judges', 'typical', 'spread', 'severity', 'noise', 'missing', 'minutes', 'commentMinutes', 'seasons'] as const;
type Figure = (typeof figures)[number];

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** What is written in the form at first: what the last run was asked for, else figures to begin with. */
function useFigures({ run, judgesPerEntry }: Pick<DryRunPage, 'run' | 'judgesPerEntry'>): Readonly<Record<Figure, string>> {
  const given: Readonly<Record<Figure, number | undefined>> = run
    ? { ...suggested, minutes: undefined, commentMinutes: undefined, ...run.asked }
    : { ...suggested, judges: Math.max(suggested.judges, judgesPerEntry), minutes: undefined, commentMinutes: undefined };
  return Object.fromEntries(figures.map((name) => [name, shown(given[name])])) as Record<Figure, string>;
}

/** The figures a season is made up from. */
export function Asking({ view, refusal }: { view: DryRunPage; refusal: Refusal | undefined }) {
  const words = useWords().dryRun.form;
  const values = useFigures(view);
  const names = { ...Object.fromEntries(figures.map((name) => [name, words[name]])), seed: words.seed };
  const field = (name: Figure) => ({ name, label: words[name], value: values[name], short: true, inputMode: 'decimal' as const });
  const optional = { optional: words.optional };
  return (
    <Section title={view.run ? words.again : words.title} first={!view.run}>
      <Form act="start" refusal={refusal} names={names}>
        <p className="soft measure">{words.example}</p>
        <Split kind="half">
          <div className="stack">
            <TextField {...field('entries')} />
            <TextField {...field('judges')} hint={words.judgesHint(view.judgesPerEntry)} />
            <TextField {...field('seasons')} />
            <TextField {...field('missing')} />
            <TextField {...field('minutes')} {...optional} hint={words.minutesHint(suggested.minutes, suggested.commentMinutes)} />
            <TextField {...field('commentMinutes')} {...optional} />
          </div>
          <div className="stack">
            <TextField {...field('typical')} />
            <TextField {...field('spread')} hint={words.spreadHint} />
            <TextField {...field('severity')} />
            <TextField {...field('noise')} />
            <TextField name="seed" label={words.seed} hint={words.seedHint} value={view.run?.asked.seed ?? view.seed} />
          </div>
        </Split>
        <Button kind="main">{words.send}</Button>
      </Form>
    </Section>
  );
}
