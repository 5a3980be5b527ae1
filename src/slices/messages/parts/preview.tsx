import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { FilterSelect, Filters } from '#ui/data/filters.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Letter } from './letter.tsx';

type Reader = { readonly person: string; readonly name: string; readonly email: string };
type Preview = {
  readonly readers: readonly Reader[];
  readonly reader: Reader | undefined;
  readonly preview: { readonly subject: string; readonly text: string } | undefined;
};

type Props = Preview & {
  /** The page itself; whom it is shown as stands in its address. */
  readonly to: string;
  readonly title: string;
  readonly nobody?: string;
};

/** A mail as one chosen reader would get it, by that reader's rights. */
export function MailPreview({ readers, reader, preview, to, title, nobody }: Props) {
  const words = useWords().mailing.batch;
  if (!reader) {
    if (nobody === undefined) return null;
    return (
      <Section title={title} first>
        <p className="soft">{nobody}</p>
      </Section>
    );
  }
  return (
    <Section title={title} first>
      <Stack>
        <Filters to={to} label={words.previewAs} go={words.previewGo}>
          <FilterSelect
            name="as"
            label={words.previewAs}
            value={reader.person}
            options={readers.map(({ person, name, email }) => ({ value: person, label: `${name} · ${email}` }))}
          />
        </Filters>
        {preview ? <Letter subject={preview.subject} text={preview.text} /> : <Notice kind="info">{words.previewNothing}</Notice>}
      </Stack>
    </Section>
  );
}

/** One mail to whoever asks, as it is shown. */
export function TestForm({ reader, email, refusal }: { reader: Reader | undefined; email: string; refusal: Refusal | undefined }) {
  const words = useWords().mailing.batch;
  return (
    <Form act="test" refusal={refusal}>
      <p className="t-sm soft">{words.testWill(email)}</p>
      <Button>{words.test}</Button>
      <input type="hidden" name="as" value={reader?.person ?? ''} />
    </Form>
  );
}
