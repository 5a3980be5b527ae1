import { Table } from '#ui/data/table.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** `path`: where within the line, in a text that has places with names. */
export type FaultLine = { readonly row: number; readonly path?: string; readonly text: string };

type Words = {
  readonly faults: (n: number) => string;
  readonly faultsTable: string;
  readonly line: string;
  readonly place?: string;
  readonly wrong: string;
};

/** Everything that is wrong in what somebody sent, by its lines. */
export function Faults({ faults, words }: { faults: readonly FaultLine[]; words: Words }) {
  const places = faults.some(({ path }) => path !== undefined);
  return (
    <Stack>
      <Notice kind="bad" live>
        {words.faults(faults.length)}
      </Notice>
      <Table
        caption={words.faultsTable}
        columns={[
          {
            id: 'row',
            head: words.line,
            cell: ({ row }) => row,
            ...(places ? { align: 'right' as const } : { names: true as const, nowrap: true }),
          },
          ...(places ? [{ id: 'path', head: words.place, cell: ({ path }: FaultLine) => <code>{path}</code>, names: true as const }] : []),
          { id: 'text', head: words.wrong, cell: ({ text }) => <bdi>{text}</bdi>, wide: true },
        ]}
        rows={faults.map((fault, i) => ({ ...fault, key: String(i) }))}
        keyOf={({ key }) => key}
        {...(!places && { onPhone: 'row' as const })}
      />
    </Stack>
  );
}
