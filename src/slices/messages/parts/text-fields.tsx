import { useWords } from '#shells/words.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';

type Text = { readonly subject: string; readonly body: string };

/** Subject and text with places, and what the places are called. */
export function MailTextFields({ text, places }: { text: Text; places: readonly string[] }) {
  const { mailing, manage } = useWords();
  const words = mailing.batch;
  const say = manage.programme.count;
  const known = places.map((place) => `{${place}}`);
  return (
    <>
      <TextField name="subject" label={words.subject} value={text.subject} limit={{ max: 200, count: countCharacters, say }} full />
      <TextArea
        name="body"
        label={words.body}
        hint={words.placesHint(known)}
        rows={14}
        value={text.body}
        limit={{ max: 20_000, count: countCharacters, say }}
        full
      />
    </>
  );
}
