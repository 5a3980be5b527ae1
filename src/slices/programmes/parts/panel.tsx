import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Panel = { readonly seats: number; readonly minimumPanel: number };

/** The same two fields when an edition is made and when its panel is changed. */
export function PanelFields({ seats, minimumPanel }: Panel) {
  const words = useWords().manage.edition;
  return (
    <>
      <TextField name="seats" type="number" label={words.seats} value={String(seats)} short />
      <TextField name="minimumPanel" type="number" label={words.minimum} value={String(minimumPanel)} short />
    </>
  );
}

type Props = { readonly edition: Panel & { readonly version: number }; readonly mayChange: boolean; readonly refusal: Refusal | undefined };

export function PanelPart({ edition, mayChange, refusal }: Props) {
  const words = useWords().manage.edition;
  const text = words.panelText(edition.seats, edition.minimumPanel);
  return (
    <Section title={words.panel}>
      {mayChange ? (
        <Form act="panel" refusal={refusal} names={{ seats: words.seats, minimumPanel: words.minimum }}>
          <p className="soft">
            {text} {words.panelUntil}
          </p>
          <PanelFields {...edition} />
          <Button>{words.savePanel}</Button>
          <input type="hidden" name="version" value={edition.version} />
        </Form>
      ) : (
        <p className="soft">{text}</p>
      )}
    </Section>
  );
}
