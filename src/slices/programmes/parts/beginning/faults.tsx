import { useWords } from '#shells/words.tsx';
import { Table } from '#ui/data/table.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export type FaultLine = { readonly row: number; readonly path: string; readonly text: string };

/** Everything that is wrong in a file, by its lines. */
export function Faults({ faults }: { faults: readonly FaultLine[] }) {
  const words = useWords().beginning.file;
  return (
    <Stack>
      <Notice kind="bad" live>
        {words.faults(faults.length)}
      </Notice>
      <Table
        caption={words.faultsTable}
        columns={[
          { id: 'row', head: words.line, cell: ({ row }) => row, align: 'right' },
          { id: 'path', head: words.place, cell: ({ path }) => <code>{path}</code>, names: true },
          { id: 'text', head: words.wrong, cell: ({ text }) => text, wide: true },
        ]}
        rows={faults}
        keyOf={({ row, path, text }) => `${row} ${path} ${text}`}
      />
    </Stack>
  );
}
