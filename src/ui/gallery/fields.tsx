import { countWords } from '#core/forms/words.ts';
import { Button } from '../actions/button.tsx';
import { Check, Checks, Radios, Select } from '../forms/choice.tsx';
import { Form, type Refusal } from '../forms/form.tsx';
import { countCharacters } from '../forms/limit.ts';
import { Scale, YesOrNo } from '../forms/scale.tsx';
import { LineField, TextArea, TextField } from '../forms/text-field.tsx';
import { Specimen } from './specimen.tsx';

const refused: Refusal = {
  problem: {
    title: 'Two things keep this from being submitted',
    detail: 'Nothing has been sent. What you wrote is below.',
    fields: [
      { path: 'asked', message: 'This has to be a number of people. You wrote “about 300”.' },
      { path: 'consent', message: 'Without it the entry may not be shown to judges.' },
    ],
  },
  values: { asked: 'about 300', title: 'Three rings, one human' },
  key: 'the-same-key-again',
};

const characters = { max: 80, count: countCharacters, say: (used: number, max: number) => `${used} of ${max} characters` };
const words = { max: 16, count: countWords, say: (used: number, max: number) => `${used} of ${max} words` };

const fields = [
  { value: 'b', label: 'Financial services' },
  { value: 'e', label: 'Government' },
];

/** Fields in their states, a refused form, choices and the scale of marks. */
export function Fields() {
  return (
    <>
      <Specimen id="field" name="Fields" from="forms/text-field.tsx">
        <Form act="fields" stacked={false} className="two">
          <TextField
            name="title"
            label="Title"
            hint="Shown to judges and, if you win, to everyone"
            value="Three rings, one human"
            limit={characters}
          />
          <LineField
            name="nominee"
            label="Nominee"
            hint="Grows with what is written"
            value="The night crew of the flood telephone, with the volunteers of all four lock houses between Wick Lower and the sea"
          />
          <TextField name="number" label="Entry number" value="H3-0388" readOnly note="Given by us; does not change" />
          <TextArea
            name="summary"
            label="Summary"
            optional="optional"
            rows={3}
            value="Every caller hears a person within three rings, and that person may decide."
            limit={words}
          />
          <TextField
            name="closes"
            label="Entries close"
            value="29 January 2027, 17:00"
            hint="Dublin time. For instance 9 May 2026, 17:00"
          />
          <TextField name="german" label="In German" written={{ lang: 'de', dir: 'ltr' }} value="Kundendienst des Jahres" />
          <TextField name="arabic" label="In Arabic" written={{ lang: 'ar', dir: 'rtl' }} value="خدمة العملاء للعام" />
          <TextArea
            name="essay"
            label="Essay"
            prose
            full
            rows={6}
            value="When the river rose on the second of March, forty-one of our policyholders in Wick Lower rang within the hour."
          />
        </Form>
      </Specimen>
      <Specimen id="refusal" name="A form that was refused" from="forms/form.tsx">
        <Form act="refused" refusal={refused}>
          <TextField name="title" label="Title" />
          <TextField name="asked" label="Customers asked" inputMode="numeric" short />
          <Check name="consent" label="The people named in the entry have agreed" />
          <div className="row">
            <Button kind="main">Submit</Button>
          </div>
        </Form>
      </Specimen>
      <Specimen id="choice" name="Choices" from="forms/choice.tsx">
        <Form act="choices" stacked={false} className="two">
          <Select name="field" label="Field" options={fields} value="b" />
          <Checks
            name="mails"
            label="Send me"
            values={['receipt']}
            options={[
              { value: 'receipt', label: 'A receipt when I submit' },
              { value: 'reminder', label: 'A reminder two days before' },
              { value: 'words', label: 'The judges’ words', hint: 'From 27 May', disabled: true },
            ]}
          />
          <Radios
            name="who"
            label="Who nominates?"
            value="customer"
            options={[
              { value: 'customer', label: 'A customer' },
              { value: 'colleague', label: 'A colleague' },
            ]}
          />
          <Radios
            name="how"
            label="How will you tell it?"
            look="either"
            value="essay"
            hint="One of the two. If you change your mind, what you wrote is kept, and not sent."
            options={[
              { value: 'essay', label: 'An essay', hint: 'Up to 625 words' },
              { value: 'video', label: 'A video', hint: 'Up to 5:00' },
            ]}
          />
        </Form>
      </Specimen>
      <Specimen id="scale" name="Scale of marks" from="forms/scale.tsx">
        <Form act="scales" className="narrow stack">
          <Scale name="craft" label="Craft" value="7" ends={['No sign', 'Outstanding']} />
          <Scale name="evidence" label="Evidence" ends={['No sign', 'Outstanding']} />
          <Scale name="reach" label="Reach" from={1} to={10} steps={2} beside={{ value: 'none', text: 'Does not apply' }} />
          <YesOrNo name="proved" label="Is it proved?" answers={['Yes', 'No']} />
        </Form>
      </Specimen>
    </>
  );
}
