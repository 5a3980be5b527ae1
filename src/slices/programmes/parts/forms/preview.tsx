import { fieldsOf } from '#core/forms/shape.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { FormAsked } from '#shells/forms/form-asked.tsx';
import { useWords } from '#shells/words.tsx';
import type { FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Section } from '#ui/frames/frames.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

const readers = ['entrant', 'judge'] as const;

/** What judges are given to read, question by question. */
function Judged({ preview }: { preview: FormPage['preview'] }) {
  const { formBuilder: words, forms } = useWords();
  const { form, hidden, language } = preview;
  if (fieldsOf(form).length === 0) return <p className="soft measure">{words.judgesNothing}</p>;
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language, language);
  return (
    <div className="stack">
      <p className="soft measure">{words.judgesSee(hidden)}</p>
      {form.sections.map((section) => (
        <div key={section.key}>
          <h3 className="h4">
            <bdi>{say(section.title)}</bdi>
          </h3>
          <ul className="plain-list">
            {fieldsOf({ ...form, sections: [section] }).map(({ field }) => (
              <li key={field.key}>
                <bdi>{say(field.label)}</bdi> <span className="soft">{forms.kind(field.kind)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The form as it is saved, seen by those it is for. */
export function FormPreview({ view, here }: { view: FormPage; here: string }) {
  const { formBuilder: words } = useWords();
  const { preview, chosen } = view;
  const query = (see: string) => {
    const [kind = '', key = ''] = chosen?.target.split(':') ?? [];
    return new URLSearchParams({ ...(key !== '' && { [kind]: key }), see });
  };
  return (
    <Section title={words.preview} aside={words.previewNote}>
      <div className="stack-5" id="preview">
        <Tabs
          label={words.preview}
          items={readers.map((see) => ({ to: `${here}?${query(see)}#preview`, text: words.see[see], current: preview.reader === see }))}
        />
        {preview.reader === 'judge' ? (
          <Judged preview={preview} />
        ) : (
          <FormAsked form={preview.form} answers={{}} language={preview.language} fallback={preview.language} key={view.version} />
        )}
      </div>
    </Section>
  );
}
