import { useWords } from '#shells/words.tsx';
import type { WebhookView } from '#slices/integrations/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { Table } from '#ui/data/table.tsx';
import { Checks } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Line = Pick<WebhookView, 'id' | 'address' | 'note' | 'state' | 'delivered' | 'waiting' | 'failed'>;

export function StateTag({ state }: { state: WebhookView['state'] }) {
  const { states } = useWords().webhooks;
  return <Tag kind={state === 'on' ? 'ok' : state === 'off' ? 'plain' : 'bad'}>{states[state]}</Tag>;
}

export function Webhooks({ webhooks, programme }: { webhooks: readonly Line[]; programme: string }) {
  const words = useWords().webhooks;
  if (webhooks.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Table
      caption={words.list}
      rows={webhooks}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'address',
          head: words.address,
          names: true,
          cell: ({ id, address, note }) => [
            <Link key="to" to={`/manage/${programme}/webhooks/${id}`}>
              {address}
            </Link>,
            note !== '' && (
              <small key="note" className="block faint">
                <bdi>{note}</bdi>
              </small>
            ),
          ],
        },
        { id: 'state', head: words.state, cell: ({ state }) => <StateTag state={state} /> },
        ...(['delivered', 'waiting', 'failed'] as const).map((id) => ({
          id,
          head: words.deliveryStates[id],
          align: 'right' as const,
          cell: (line: Line) => <span className="num">{line[id]}</span>,
        })),
      ]}
    />
  );
}

type FieldsProps = {
  readonly kinds: readonly string[];
  readonly address?: string;
  readonly note?: string;
  readonly chosen?: readonly string[];
};

export function WebhookFields({ kinds, address = '', note = '', chosen = [] }: FieldsProps) {
  const words = useWords().webhooks;
  return (
    <>
      <TextField name="address" type="url" label={words.address} hint={words.addressHint} value={address} />
      <TextField name="note" label={words.note} hint={words.noteHint} value={note} />
      <Checks
        name="kinds"
        label={words.kinds}
        values={chosen}
        options={kinds.map((value) => ({ value, label: words.kind(value), hint: <code>{value}</code> }))}
      />
    </>
  );
}
