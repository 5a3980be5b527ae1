import { controlName } from '#core/forms/controls/sending.ts';
import type { FieldOf } from '#core/forms/fields.ts';
import { Check, Radios } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { useWords } from '../words.tsx';
import { answerTo } from './answer-values.ts';
import type { AskedOf } from './asked.ts';

const kinds = ['person', 'organisation'] as const;

export function ReferenceAsked({ field, raw, say, optional, hint }: AskedOf<FieldOf<'reference'>>) {
  const { asking } = useWords().forms;
  const given = answerTo<'reference'>(field, raw);
  const options = kinds.map((kind) => ({ value: kind, label: asking.referenceKinds[kind] }));
  return (
    <fieldset className="asked__parts">
      <legend className="label">
        {say(field.label)}
        {optional && <span className="opt"> ({optional})</span>}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      {field.to === 'either' && (
        <Radios
          name={controlName(field.key, 'kind')}
          label={asking.referenceKind}
          options={options}
          value={given?.kind ?? 'person'}
          look="either"
        />
      )}
      <TextField name={controlName(field.key, 'name')} label={asking.name} value={given?.name} />
      {field.to !== 'organisation' && (
        <TextField
          name={controlName(field.key, 'email')}
          label={asking.email}
          hint={asking.emailHint}
          optional={asking.optional}
          value={given?.email}
          type="email"
        />
      )}
    </fieldset>
  );
}

/** What is agreed to stands in full above the box. */
export function ConsentAsked({ field, raw, say, optional, hint }: AskedOf<FieldOf<'consent'>>) {
  return (
    <div className="stack-2">
      <div className="asked__consent">
        <Prose text={say(field.text)} />
      </div>
      <Check
        name={controlName(field.key)}
        label={
          <>
            {say(field.label)}
            {optional && <span className="opt"> ({optional})</span>}
          </>
        }
        hint={hint}
        checked={answerTo<'consent'>(field, raw) === true}
      />
    </div>
  );
}
