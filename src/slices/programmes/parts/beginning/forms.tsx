import type { PresetKey } from '#core/editions/presets/preset.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { type FaultLine, Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import type { Outline } from '#slices/programmes/configuration/outline.ts';
import { Button } from '#ui/actions/button.tsx';
import { Check, Select } from '#ui/forms/choice.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { OutlineView } from './outline.tsx';

type Edition = { readonly id: string; readonly name: string };
type Sent = { readonly refusal: Refusal | undefined };

type FromEditionProps = Sent & {
  editions: readonly Edition[];
  /** Whether somebody manages a chapter of one of them. */
  ofChapters: boolean;
  year: string;
};

/** Last year's edition, some years on. */
export function FromEdition({ editions, ofChapters, year, refusal }: FromEditionProps) {
  const words = useWords().beginning;
  return (
    <Form act="copy" refusal={refusal} names={{ from: words.copy.from, name: words.name, years: words.copy.years }}>
      <Select
        name="from"
        label={words.copy.from}
        options={editions.map(({ id, name }) => ({ value: id, label: name }))}
        value={editions[0]?.id ?? ''}
      />
      <TextField name="name" label={words.name} hint={words.nameHint} value={year} short />
      <TextField name="years" type="number" label={words.copy.years} hint={words.copy.yearsHint} value="1" short />
      {ofChapters && <Check name="managers" label={words.copy.managers} hint={words.copy.managersHint} />}
      <p className="soft t-sm">{words.draft}</p>
      <Button kind="main">{words.create}</Button>
    </Form>
  );
}

/** A preset: a name and a day, and beside them what it has and what in it is only an example. */
export function FromPreset({ preset, outline, year, refusal }: Sent & { preset: PresetKey; outline: Outline; year: string }) {
  const words = useWords().beginning;
  return (
    <Split kind="wide">
      <Form act="preset" refusal={refusal} names={{ name: words.name, opening: words.preset.opening }}>
        <TextField name="name" label={words.name} hint={words.nameHint} value={year} short />
        <DateField name="opening" label={words.preset.opening} hint={words.preset.openingHint} />
        <input type="hidden" name="preset" value={preset} />
        <p className="soft t-sm">
          {words.draft} {words.preset.check}
        </p>
        <Button kind="main">{words.create}</Button>
      </Form>
      <OutlineView outline={outline} />
    </Split>
  );
}

/** What a file was found to be: everything wrong with it, or the edition it would make. */
export type FoundFile =
  | { readonly ok: false; readonly faults: readonly FaultLine[] }
  | { readonly ok: true; readonly name: string; readonly outline: Outline; readonly document: string };

/** A file: chosen, looked at, then made into an edition. */
export function FromFile({ found, looking, refusal }: Sent & { found: FoundFile | undefined; looking: Refusal | undefined }) {
  const words = useWords().beginning;
  return (
    <Stack space="wide">
      {found && !found.ok && <Faults faults={found.faults} words={words.file} />}
      {found?.ok && (
        <Split kind="wide">
          <Form act="file" refusal={refusal} names={{ name: words.name }} files>
            <Notice kind="ok" live>
              {words.file.found(found.name)} {words.file.comments}
            </Notice>
            <TextField name="name" label={words.name} hint={words.nameHint} value={found.name} short />
            <input type="hidden" name="document" value={found.document} />
            <p className="soft t-sm">{words.draft}</p>
            <Button kind="main">{words.create}</Button>
          </Form>
          <OutlineView outline={found.outline} />
        </Split>
      )}
      <Form act="look" refusal={looking} names={{ file: words.file.choose }} files>
        <FileDrop name="file" label={words.file.choose} hint={words.file.chooseHint} accept=".yaml,.yml,.json" />
        <Button>{words.file.look}</Button>
      </Form>
    </Stack>
  );
}
