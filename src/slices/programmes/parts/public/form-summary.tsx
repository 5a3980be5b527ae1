import type { Field } from '#core/forms/fields.ts';
import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldQuestions } from '#slices/programmes/public/category.ts';

/** What limits the answer to a field, in a few words. */
export function useLimit(): (field: Field) => string {
  const { category, forms } = useWords();
  const words = category.field;
  return (field) => {
    switch (field.kind) {
      case 'long-text':
        return words.words(field.words.min, field.words.max);
      case 'short-text':
        return words.characters(field.characters.max);
      case 'choice':
        return words.choices(field.choose.max);
      case 'money':
        return words.money(field.currencies);
      case 'video':
        return words.video(forms.length(field.seconds));
      case 'files':
        return words.files(field.count.max, forms.size(field.bytes));
      case 'web-addresses':
        return words.addresses(field.count.max);
      default:
        return words[field.kind];
    }
  };
}

/** Everything a form asks, with its limits; where one of several is enough, it says so. */
export function FormSummary({ questions }: { questions: ToldQuestions }) {
  const { category, forms } = useWords();
  const limit = useLimit();
  return (
    <div className="stack">
      {questions.map(({ key, rule, fields }) => (
        <div key={key}>
          {rule !== 'plain' && <p className="over">{forms.rule[rule]}</p>}
          <ul className="plain-list">
            {fields.map(({ key: field, label, help, field: of, required }) => (
              <li key={field}>
                <p>
                  <bdi className="strong">
                    <Said>{label}</Said>
                  </bdi>{' '}
                  <span className="soft">
                    {limit(of)}
                    {!required && rule === 'plain' && ` · ${category.page.optional}`}
                  </span>
                </p>
                {help && (
                  <p className="soft t-sm">
                    <Said>{help}</Said>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
