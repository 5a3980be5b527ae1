import { useWords } from '#shells/words.tsx';
import type { HoldView } from '#slices/privacy/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

type Props = { readonly holds: readonly HoldView[]; readonly place: Refusal | undefined; readonly lift: Refusal | undefined };

export function Holds({ holds, place, lift }: Props) {
  const { privacy, dates } = useWords();
  const words = privacy.manage;
  const columns: Column<HoldView>[] = [
    { id: 'on', head: words.on, names: true, cell: ({ on }) => on },
    { id: 'why', head: words.why, cell: ({ reason }) => reason },
    { id: 'since', head: words.since, nowrap: true, cell: ({ since }) => dates.dayInYears(since) },
    {
      id: 'lift',
      head: <span className="vh">{words.lift}</span>,
      cell: ({ id, on }) => (
        <Form act="lift" id={`lift-${id}`} refusal={lift?.values.hold === id ? lift : undefined}>
          <input type="hidden" name="hold" value={id} />
          <Button size="small" more={words.liftOf(on)}>
            {words.lift}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Section title={words.holds}>
      <Stack>
        <p className="soft measure">{words.holdsText}</p>
        {holds.length === 0 ? (
          <p className="soft">{words.noHolds}</p>
        ) : (
          <Table caption={words.holds} columns={columns} rows={holds} keyOf={({ id }) => id} />
        )}
        <Form act="hold" refusal={place} label={words.place} names={{ on: words.holdOn, reason: words.why }}>
          <TextField name="on" label={words.holdOn} />
          <TextField name="reason" label={words.why} />
          <Button>{words.place}</Button>
        </Form>
      </Stack>
    </Section>
  );
}
