import { useWords } from '#shells/words.tsx';
import type { CategoryStandings } from '#slices/results/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';

/** So many are asked for at once; a page of forms is no list. */
const shown = 10;

/** Entries whose division nobody could tell, each with those of its category. */
export function OpenDivisions({ categories, refusal }: { categories: readonly CategoryStandings[]; refusal: Refusal | undefined }) {
  const words = useWords().results.board.divisions;
  const open = categories.flatMap(({ standings, divisions }) =>
    standings.flatMap(({ entry, number, title, out }) => (out === 'division-open' ? [{ entry, number, title, divisions }] : [])),
  );
  if (open.length === 0) return null;
  const names = { division: words.division, reason: words.reason };
  return (
    <Section title={words.title}>
      <div className="stack-5">
        <p className="soft measure">{words.lead}</p>
        {open.slice(0, shown).map(({ entry, number, title, divisions }) => (
          <Form key={entry} act="divide" id={entry} refusal={refusal} names={names} label={words.of(number, title)}>
            <input type="hidden" name="entry" value={entry} />
            <p className="h4">
              {number} <bdi>{title}</bdi>
            </p>
            <Select
              name="division"
              label={words.division}
              empty={words.choose}
              options={divisions.map(({ key, name }) => ({ value: key, label: name }))}
            />
            <TextField name="reason" label={words.reason} hint={words.reasonHint} full />
            <Button>{words.decide}</Button>
          </Form>
        ))}
        {open.length > shown && <p className="t-sm faint">{words.more(open.length - shown)}</p>}
      </div>
    </Section>
  );
}
