import { useWords } from '#shells/words.tsx';
import type { AwardView } from '#slices/programmes/editing/award/award-page.ts';
import { rungRows } from '#slices/programmes/editing/award/tie-values.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { type Acting, Doing, refusedIn } from '../doing.tsx';

/** What a rung may ask, with every criterion and every part of the score by its name. What is chosen stays even where it is no more. */
function useRungs({ criteria, rounds, ties }: AwardView) {
  const words = useWords().awardEditor;
  const known = [
    ...Object.entries(words.rungs).map(([value, label]) => ({ value, label })),
    ...criteria.map(({ value, label }) => ({ value: `criterion:${value}`, label: words.rungCriterion(label) })),
    ...rounds.map((round) => ({ value: `source:${round}`, label: words.rungSource(round) })),
  ];
  const named = Object.values(ties).filter((value) => /^(criterion|source):/.test(value) && known.every((each) => each.value !== value));
  return [...known, ...[...new Set(named)].map((value) => ({ value, label: value }))];
}

function Rung({ view, values, at, last }: { view: AwardView; values: Readonly<Record<string, string>>; at: number; last: number }) {
  const words = useWords().awardEditor;
  const rungs = useRungs(view);
  const [by, from] = [`ties.${at}.by`, `ties.${at}.from`];
  const acts = at > last ? [] : [...(at > 0 ? (['up'] as const) : []), ...(at < last ? (['down'] as const) : []), 'away' as const];
  return (
    <fieldset className="stack-2">
      <legend className="label">{words.rung(at + 1)}</legend>
      <Select name={by} label={words.rung(at + 1)} labelUnseen options={rungs} value={values[by] ?? ''} empty={words.none} full />
      <Row>
        <TextField name={from} label={words.rungMark(at + 1)} inputMode="numeric" short optional={words.optional} value={values[from]} />
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            kind={act === 'away' ? 'quiet' : undefined}
            name="move"
            value={`${at}.${act}`}
            more={words.rung(at + 1)}
          >
            {words[act]}
          </Button>
        ))}
      </Row>
    </fieldset>
  );
}

/** The tie ladder as its sentence, and all its lines in one form. */
export function TiePart({ view, acting, mayChange }: { view: AwardView; acting: Acting; mayChange: boolean }) {
  const { awardEditor: words, awardRules } = useWords();
  const refused = refusedIn(acting.refusal, 'ties');
  const values = refused?.values ?? view.ties;
  const rows = rungRows(values);
  const names = Array.from({ length: rows }, (_, at) => [
    [`ties.${at}.by`, words.rung(at + 1)],
    [`ties.${at}.from`, words.rungMark(at + 1)],
  ]).flat();
  return (
    <div className="stack">
      <p>{awardRules.ties(view.rules.ties)}</p>
      {mayChange && (
        <Fold summary={words.changeTies} open={refused !== undefined}>
          <Doing {...acting} what="ties" names={Object.fromEntries(names)}>
            {/* What the Enter key presses is the first button of a form. */}
            <button type="submit" className="vh" tabIndex={-1} aria-hidden>
              {words.saveTies}
            </button>
            <p className="hint">
              {words.tiesHint} {words.rungMarkHint}
            </p>
            {Array.from({ length: rows }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is where it stands
              <Rung key={`${at} ${view.ties[`ties.${at}.by`]}`} view={view} values={view.ties} at={at} last={view.rules.ties.length - 1} />
            ))}
            <Button>{words.saveTies}</Button>
          </Doing>
        </Fold>
      )}
    </div>
  );
}
