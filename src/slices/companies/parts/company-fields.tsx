import { useWords } from '#shells/words.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';

type Texts = { readonly name: string; readonly country: string | null; readonly note: string };

/** What a new company is asked, and what of one there is can be changed. */
export function CompanyFields({ company }: { company?: Texts }) {
  const { companies, countries } = useWords();
  const words = companies.form;
  return (
    <>
      <TextField name="name" label={words.name} hint={words.nameHint} value={company?.name} />
      <Select
        name="country"
        label={words.country}
        optional={words.optional}
        value={company?.country ?? ''}
        empty={words.noCountry}
        options={countries.all.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextArea name="note" label={words.note} hint={words.noteHint} optional={words.optional} rows={3} value={company?.note} />
    </>
  );
}
