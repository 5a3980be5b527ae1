import type { ReactNode } from 'react';
import { controlName } from '#core/forms/controls/sending.ts';
import { inMajorUnits } from '#core/forms/currencies.ts';
import type { Field, FieldOf } from '#core/forms/fields.ts';
import { countWords } from '#core/forms/words.ts';
import { lengthOf, plainLine } from '#core/languages/plain-text.ts';
import type { Option } from '#ui/forms/choice.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import type { Limit } from '#ui/forms/limit.ts';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { DateField } from '../dates/date-field.tsx';
import { useWords } from '../words.tsx';
import { answerTo, textOf } from './answer-values.ts';
import type { AskedOf } from './asked.ts';
import { ChoiceAsked, CurrencyAsked } from './choice-asked.tsx';
import { ClaimAsked } from './claim-asked.tsx';
import { ConsentAsked, ReferenceAsked } from './people-asked.tsx';

/** As the server counts them, line ends and spaces at the ends included in nothing. */
const countCharacters = (text: string): number => lengthOf(plainLine(text));

function TextAsked({ field, raw, say, optional, hint }: AskedOf<FieldOf<'short-text'> | FieldOf<'long-text'>>) {
  const { asking, wordsOf } = useWords().forms;
  const [name, label] = [controlName(field.key), say(field.label)];
  if (field.kind === 'short-text') {
    const limit: Limit = { max: field.characters.max, count: countCharacters, say: asking.charactersOf };
    return <TextField name={name} label={label} hint={hint} optional={optional} value={answerTo(field, raw)} limit={limit} full />;
  }
  const limit: Limit = { max: field.words.max, count: countWords, say: wordsOf };
  const tall = field.words.max > 150;
  return (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      value={answerTo(field, raw)}
      limit={limit}
      rows={tall ? 14 : 5}
      prose={tall}
      full
    />
  );
}

function MoneyAsked({ field, raw, say, optional, hint }: AskedOf<FieldOf<'money'>>) {
  const given = answerTo<'money'>(field, raw);
  const amount = given === undefined ? '' : inMajorUnits(given.minor, given.currency);
  return (
    <div className="asked__row">
      <TextField
        name={controlName(field.key, 'amount')}
        label={say(field.label)}
        hint={hint}
        optional={optional}
        value={amount}
        inputMode="decimal"
        short
      />
      <CurrencyAsked field={field} given={given?.currency} />
    </div>
  );
}

function LinesAsked({ field, raw, say, optional, hint }: AskedOf<FieldOf<'web-addresses'>>) {
  const lines = answerTo<'web-addresses'>(field, raw) ?? [];
  return (
    <TextArea
      name={controlName(field.key)}
      label={say(field.label)}
      hint={hint}
      optional={optional}
      value={lines.join('\n')}
      rows={Math.min(6, Math.max(2, field.count.max))}
      full
    />
  );
}

/** One field with the control its kind asks for. `files` draws what takes files where they can be sent. */
export function FieldAsked({ files, sources, ...asked }: AskedOf<Field> & { files: ReactNode; sources: readonly Option[] | undefined }) {
  const { field, raw, say, optional, hint } = asked;
  const [name, label] = [controlName(field.key), say(field.label)];
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return <TextAsked {...asked} field={field} />;
    case 'choice':
      return <ChoiceAsked {...asked} field={field} />;
    case 'number':
      return (
        <TextField
          name={name}
          label={label}
          hint={hint}
          optional={optional}
          value={textOf(answerTo<'number'>(field, raw))}
          inputMode="decimal"
          short
        />
      );
    case 'money':
      return <MoneyAsked {...asked} field={field} />;
    case 'date':
      return <DateField name={name} label={label} hint={hint} optional={optional} value={answerTo<'date'>(field, raw)} />;
    case 'web-addresses':
      return <LinesAsked {...asked} field={field} />;
    case 'video':
    case 'files':
      return files ?? <FileDrop name={name} label={label} optional={optional} hint={hint ?? ''} />;
    case 'reference':
      return <ReferenceAsked {...asked} field={field} />;
    case 'consent':
      return <ConsentAsked {...asked} field={field} />;
    case 'metric':
      return <ClaimAsked {...asked} field={field} sources={sources} />;
  }
}
