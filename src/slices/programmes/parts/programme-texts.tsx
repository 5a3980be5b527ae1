import { useWords } from '#shells/words.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';

type Texts = { readonly name: string; readonly strapline: string; readonly summary: string };

/** What a programme says of itself: the same fields when it is made and when they are changed. */
export function ProgrammeTextFields({ texts }: { texts?: Texts }) {
  const words = useWords().manage.programme;
  const limit = (max: number) => ({ max, count: countCharacters, say: words.count });
  return (
    <>
      <TextField name="name" label={words.name} value={texts?.name} {...(!texts && { hint: words.nameHint })} />
      <TextField name="strapline" label={words.strapline} hint={words.straplineHint} limit={limit(200)} value={texts?.strapline} />
      <TextArea name="summary" label={words.summary} hint={words.summaryHint} rows={4} limit={limit(2000)} value={texts?.summary} />
    </>
  );
}
