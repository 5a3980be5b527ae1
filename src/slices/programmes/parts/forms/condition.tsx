import { useContext } from 'react';
import { useWords } from '#shells/words.tsx';
import type { ChosenPart } from '#slices/programmes/editing/forms/form-page.ts';
import { Fold } from '#ui/data/fold.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Holding, Setting } from './setting.tsx';

/** When a thing is asked: a row for each test, and one more. */
export function ConditionFields({ chosen, open }: { chosen: ChosenPart; open: boolean }) {
  const { formBuilder: words } = useWords();
  const values = useContext(Holding);
  const options = chosen.tests.flatMap(({ key, label, tests }) =>
    tests.map(({ value, kind, option = '' }) => ({ value, label: words.test(label, kind, option), group: `${label} (${key})` })),
  );
  if (options.length === 0) return null;
  const numbers = chosen.tests.some(({ tests }) => tests.some(({ kind }) => kind === 'number'));
  return (
    <Fold summary={words.condition} open={open || chosen.conditions > 0}>
      <div className="stack">
        <p className="hint">{words.conditionLead}</p>
        {Array.from({ length: Math.min(chosen.conditions + 1, 20) }, (_, at) => {
          const name = `condition.${at}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are as the server wrote them
            <div key={at} className="stack-3">
              <Select
                name={`${name}.of`}
                label={words.row(at + 1)}
                options={options}
                value={values[`${name}.of`] ?? ''}
                empty={words.always}
              />
              {numbers && (
                <Row>
                  <Setting name={`${name}.atLeast`} label={words.atLeast} hint={words.bounds} kind="number" />
                  <Setting name={`${name}.below`} label={words.below} hint={words.bounds} kind="number" />
                </Row>
              )}
            </div>
          );
        })}
        {chosen.conditions > 0 && (
          <Radios
            name="condition.mode"
            label={words.mode}
            value={values['condition.mode'] ?? 'all'}
            options={[
              { value: 'all', label: words.modes.all },
              { value: 'any', label: words.modes.any },
            ]}
          />
        )}
      </div>
    </Fold>
  );
}
