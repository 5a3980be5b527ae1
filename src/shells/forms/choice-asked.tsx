import { controlName } from '#core/forms/controls/sending.ts';
import type { FieldOf } from '#core/forms/fields.ts';
import { Checks, type Option, Radios, Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { useWords } from '../words.tsx';
import { answerTo } from './answer-values.ts';
import type { AskedOf } from './asked.ts';

/** More than so many are looked through better in a list that opens. */
const inSight = 8;

/** An option that is no longer offered stays for those who chose it. */
function optionsOf({ field, say }: AskedOf<FieldOf<'choice'>>, chosen: readonly string[]): Option[] {
  return field.options
    .filter(({ key, retired }) => retired !== true || chosen.includes(key))
    .map(({ key, label, help }) => ({ value: key, label: say(label), ...(help !== undefined && { hint: say(help) }) }));
}

export function ChoiceAsked(asked: AskedOf<FieldOf<'choice'>>) {
  const { field, raw, say, optional, hint } = asked;
  const { asking } = useWords().forms;
  const given = answerTo<'choice'>(field, raw);
  const chosen = given?.options ?? [];
  const options = optionsOf(asked, chosen);
  const about = { name: controlName(field.key), label: say(field.label), hint, optional };
  const one = field.choose.max === 1;
  const [first = ''] = chosen;
  const chosenOne = chosen[0] ?? (given?.other !== undefined || (optional && !field.other) ? '' : undefined);
  // What can be chosen can be left again.
  const none = optional || field.other ? [{ value: '', label: field.other ? asking.other : asking.noAnswer }] : [];
  return (
    <div className="stack-2">
      {!one && <Checks {...about} options={options} values={chosen} />}
      {one && options.length > inSight && <Select {...about} options={options} value={first} empty={asking.chooseOne} />}
      {one && options.length <= inSight && (
        <Radios {...about} options={[...options, ...none]} {...(chosenOne !== undefined && { value: chosenOne })} />
      )}
      {field.other && (
        <TextField
          name={controlName(field.key, 'other')}
          label={asking.other}
          hint={asking.otherHint}
          optional={asking.optional}
          value={given?.other}
        />
      )}
    </div>
  );
}

/** The currency of an amount; where there is only one, nothing is asked. */
export function CurrencyAsked({ field, given }: { field: FieldOf<'money'>; given: string | undefined }) {
  const { asking } = useWords().forms;
  const name = controlName(field.key, 'currency');
  const [only = ''] = field.currencies;
  if (field.currencies.length === 1) return <input type="hidden" name={name} defaultValue={only} />;
  const options = field.currencies.map((currency) => ({ value: currency, label: currency }));
  return <Select name={name} label={asking.currency} options={options} value={given ?? only} />;
}
