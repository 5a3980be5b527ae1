import { useContext } from 'react';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Holding, Setting } from './setting.tsx';

/** Rows for options beyond those there are. */
const spare = 3;

function OptionRow({ at, count }: { at: number; count: number }) {
  const { formBuilder: words } = useWords();
  const values = useContext(Holding);
  const name = `options.${at}`;
  const isNew = at >= count;
  const title = isNew ? words.newOption : words.option(at + 1, values[`${name}.label`] ?? '');
  if (isNew) return <Setting name={`${name}.label`} label={title} kind="word" />;
  const acts = [
    ...(at > 0 ? [['up', words.up] as const] : []),
    ...(at < count - 1 ? [['down', words.down] as const] : []),
    ...(count > 1 ? [['drop', words.drop] as const] : []),
  ];
  return (
    <fieldset className="stack-3">
      <legend className="label">{title}</legend>
      <Setting name={`${name}.label`} label={words.optionLabel} />
      <Setting name={`${name}.help`} label={words.help} kind="word" />
      <Check name={`${name}.retired`} label={words.retired} hint={words.retiredHint} checked={values[`${name}.retired`] === 'on'} />
      <Row>
        {acts.map(([act, text]) => (
          <Button key={act} size="small" kind={act === 'drop' ? 'quiet' : undefined} name="do" value={`${name}.${act}`} more={title}>
            {text}
          </Button>
        ))}
      </Row>
    </fieldset>
  );
}

/** The options of a choice. Their keys stay, whatever they are called and wherever they stand. */
export function OptionRows({ count }: { count: number }) {
  const { formBuilder: words } = useWords();
  return (
    <fieldset className="stack">
      <legend className="h4">{words.optionsOf}</legend>
      {Array.from({ length: Math.min(count + spare, 500) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are as the server wrote them
        <OptionRow key={at} at={at} count={count} />
      ))}
    </fieldset>
  );
}
