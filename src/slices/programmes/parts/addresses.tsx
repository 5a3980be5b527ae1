import { type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

type Addressed = {
  /** What the form changes, in hidden fields. */
  readonly sent: Readonly<Record<string, string | number>>;
  readonly act: string;
  readonly name: string;
  readonly label: string;
  readonly slug: string;
  /** What the address begins with. */
  readonly start: string;
};

function AddressForm({ of, refused }: { of: Addressed; refused: Refused | undefined }) {
  const words = useWords().addresses;
  return (
    <Form act={of.act} id={`${of.act}-${of.slug}`} refusal={refusalOf(refused, of.act)} names={{ slug: of.label }}>
      <TextField name="slug" label={of.label} hint={words.hint(of.start)} value={of.slug} />
      <Check name="takeOver" label={words.takeOver} hint={words.takeOverHint} />
      <Button more={words.more(of.name)}>{words.change}</Button>
      {Object.entries(of.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </Form>
  );
}

type Props = {
  readonly slug: string;
  readonly address: string;
  readonly texts: { readonly name: string; readonly version: number };
  readonly editions: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  readonly refused: Refused | undefined;
};

/** The addresses of a programme and of its editions, each with the way to another one. */
export function Addresses({ slug, address, texts, editions, refused }: Props) {
  const words = useWords().addresses;
  const site = address.slice(0, address.length - slug.length);
  const shown = (id: string) => (refused?.refused.values.edition === id ? refused : undefined);
  return (
    <Section title={words.title}>
      <Stack space="wide">
        <p className="soft">{words.lead}</p>
        <AddressForm
          of={{ act: 'address', sent: { version: texts.version }, name: texts.name, label: words.programme, slug, start: site }}
          refused={refused}
        />
        {editions.map((edition) => (
          <Fold key={edition.id} summary={words.edition(edition.name)} open={shown(edition.id) !== undefined}>
            <AddressForm
              of={{
                act: 'edition',
                sent: { edition: edition.id },
                name: edition.name,
                label: words.edition(edition.name),
                slug: edition.slug,
                start: `${address}/`,
              }}
              refused={shown(edition.id)}
            />
          </Fold>
        ))}
      </Stack>
    </Section>
  );
}
